using Bot.Emulators.Control;

namespace Bot.Emulators.Discord.Control;

/// <summary>
/// Lets a test in another process, or a person, control the server: <see cref="EmulatorControl"/>, and under
/// <c>/_control</c> Discord's own: <see cref="WorldControl"/>, <see cref="PeopleControl"/>, <see cref="GatewayControl"/>.
/// Ids are strings in output, strings or numbers in input.
/// </summary>
public static class DiscordControl
{
    public static void Map(IEndpointRouteBuilder application, DiscordServer server)
    {
        var routes = EmulatorControl.Group(application);
        EmulatorControl.MapCommon(routes, server.Log, server.Script, server.OpenAsync, server.CloseAsync);
        WorldControl.Map(routes, server);
        PeopleControl.Map(routes, server);
        GatewayControl.Map(routes, server);
    }
}
