using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Commands;

/// <summary>Registration of global and guild commands.</summary>
public sealed class CommandRoutes(DiscordWorld world, CommandStore commands, Access access)
{
    private const string Everywhere = "/applications/{application}/commands";
    private const string InGuild = "/applications/{application}/guilds/{guild}/commands";

    public IEnumerable<ApiRoute> Routes =>
        new[] { Everywhere, InGuild }.SelectMany(path =>
            new ApiRoute[]
            {
                new("GET", path, "get-commands", List),
                new("PUT", path, "put-commands", Overwrite) { Schema = _ => "ApplicationCommandUpdateRequest[]" },
                new("POST", path, "post-command", Create) { Schema = _ => "ApplicationCommandCreateRequest" },
                new("GET", path + "/{command}", "get-commands", call => HonestReply.Ok(One(call).DeepClone())),
                new("DELETE", path + "/{command}", "delete-command", Delete),
            }
        );

    private HonestReply List(ApiCall call)
    {
        var all = new JsonArray([.. commands.Of(Place(call)).Select(command => command.DeepClone())]);
        return HonestReply.Ok(call.Flag("with_localizations") ? all : CommandStore.WithoutLocalizations(all));
    }

    private HonestReply Overwrite(ApiCall call)
    {
        var list = CommandForm.Verify(call.Body);
        call.VerifySchema();
        if (commands.Of(Place(call)).Any(IsEntryPoint) && !list.Any(IsEntryPoint))
        {
            throw RefusalException.Of(ErrorCodes.EntryPointLeftOut);
        }

        return HonestReply.Ok(new JsonArray([.. commands.Overwrite(Place(call), list).Select(command => command.DeepClone())]));
    }

    /// <summary>
    /// The command that launches an Activity:
    /// https://docs.discord.com/developers/interactions/application-commands#entry-point-commands
    /// </summary>
    private static bool IsEntryPoint(JsonObject command) => CommandForm.TypeOf(command) == 4;

    private HonestReply Create(ApiCall call)
    {
        var errors = new FormErrors();
        CommandForm.Verify(call.Form, "", errors);
        errors.Verify();
        call.VerifySchema();
        var (command, isNew) = commands.Upsert(Place(call), call.Form);
        return isNew ? HonestReply.Created(command.DeepClone()) : HonestReply.Ok(command.DeepClone());
    }

    private HonestReply Delete(ApiCall call) =>
        commands.Remove(Place(call), call.Id("command")) ? HonestReply.Empty : throw RefusalException.Of(ErrorCodes.UnknownCommand);

    private JsonObject One(ApiCall call)
    {
        var id = Snowflakes.Text(call.Id("command"));
        return commands.Of(Place(call)).FirstOrDefault(command => (string?)command["id"] == id)
            ?? throw RefusalException.Of(ErrorCodes.UnknownCommand);
    }

    /// <summary>The guild, or 0; only for the caller's own application.</summary>
    private ulong Place(ApiCall call)
    {
        if (call.Id("application") != world.Application.Id)
        {
            throw new RefusalException(403, 20012, "You are not authorized to perform this action on this application");
        }

        return call.Text("guild") is null ? 0 : access.Guild(call).Id;
    }
}
