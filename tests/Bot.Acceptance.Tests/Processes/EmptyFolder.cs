namespace Bot.Acceptance.Tests.Processes;

/// <summary>A new folder that an operator starts the bot from; gone afterwards.</summary>
internal sealed class EmptyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bot-acceptance-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
