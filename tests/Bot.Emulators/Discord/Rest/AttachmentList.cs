using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Turns uploaded files into a message's attachments.</summary>
internal static class AttachmentList
{
    public static JsonArray Of(ApiCall call, DiscordWorld world, Channel channel)
    {
        if (call.Files.Count > 0 && !world.BotMay(channel).HasFlag(Permission.AttachFiles))
        {
            throw RefusalException.Of(ErrorCodes.MissingPermissions);
        }

        return new JsonArray([.. call.Files.Select(file => (JsonNode)Attachment(call, file, world, channel))]);
    }

    private static JsonObject Attachment(ApiCall call, UploadedFile file, DiscordWorld world, Channel channel)
    {
        var id = Snowflakes.Text(world.Ids.Next());
        var said = call.Form["attachments"]
            .Items()
            .FirstOrDefault(item => item?["id"]?.ToString() == file.Id.ToString(CultureInfo.InvariantCulture));
        var name = said?["filename"].Text() ?? file.Name;
        var url = $"https://cdn.invalid/attachments/{channel.Id}/{id}/{Uri.EscapeDataString(name)}";
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = name,
            ["description"] = said?["description"].Text(),
            ["content_type"] = file.ContentType,
            ["size"] = file.Size,
            ["url"] = url,
            ["proxy_url"] = url,
        };
    }
}
