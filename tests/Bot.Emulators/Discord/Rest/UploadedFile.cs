namespace Bot.Emulators.Discord.Rest;

/// <param name="Id">The <c>n</c> of <c>files[n]</c>.</param>
public sealed record UploadedFile(int Id, string Name, string? ContentType, long Size);
