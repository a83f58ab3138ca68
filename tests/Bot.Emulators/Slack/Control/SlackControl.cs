using Bot.Emulators.Control;

namespace Bot.Emulators.Slack.Control;

/// <summary>
/// Lets a test in another process, or a person, control the server: <see cref="EmulatorControl"/>, and under
/// <c>/_control</c> Slack's own: <see cref="WorldControl"/>, <see cref="PeopleControl"/>.
/// </summary>
public static class SlackControl
{
    public static void Map(IEndpointRouteBuilder application, SlackServer server)
    {
        var routes = EmulatorControl.Group(application);
        EmulatorControl.MapCommon(routes, server.Log, server.Script, server.OpenAsync, server.CloseAsync);
        EmulatorControl.MapLimits(routes, server.Limits);
        WorldControl.Map(routes, server);
        PeopleControl.Map(routes, server);
    }
}
