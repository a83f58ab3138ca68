using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Files;

/// <summary>Files and their upload addresses.</summary>
public sealed class FileStore(SlackServer server)
{
    private readonly Dictionary<string, SlackFile> _files = [];

    /// <summary>Time between the end of an upload and when its type and shares are known.</summary>
    public TimeSpan Processing { get; set; }

    private SlackWorld World => server.World;

    public SlackFile? Find(string? id)
    {
        lock (World.Gate)
        {
            return _files.GetValueOrDefault(id ?? "");
        }
    }

    public bool IsProcessed(SlackFile file) => file.CompletedAt is { } at && at + Processing <= World.Time.GetUtcNow();

    internal (SlackFile File, Uri Address) Announce(string name, long length, string? altText, string workspace)
    {
        lock (World.Gate)
        {
            var file = new SlackFile(World.NewId("F"), name, length, workspace) { AltText = altText };
            _files[file.Id] = file;
            return (file, new Uri(server.Address, $"/upload/v1/{file.Id}"));
        }
    }

    internal void Keep(SlackFile file)
    {
        lock (World.Gate)
        {
            _files[file.Id] = file;
        }
    }

    internal void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(
            "/upload/v1/{id}",
            async context =>
            {
                var bytes = await ReadAsync(context);
                if (Find((string?)context.Request.RouteValues["id"]) is not { Bytes: null } file || bytes.Length != file.Length)
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                Keep(file with { Bytes = bytes });
                await context.Response.WriteAsync($"OK - {bytes.Length}");
            }
        );

    /// <summary>Raw bytes, or the first part of a multipart body.</summary>
    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            await (form.Files.Count > 0 ? form.Files[0].CopyToAsync(buffer) : Task.CompletedTask);
        }
        else
        {
            await context.Request.Body.CopyToAsync(buffer);
        }

        return buffer.ToArray();
    }
}
