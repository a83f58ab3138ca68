using System.Text;

namespace Bot.Emulators.Faults;

/// <summary>What the server would answer without a fault.</summary>
/// <param name="Json">The full body.</param>
public sealed record HonestAnswer(int Status, string Json)
{
    public Dictionary<string, string> Headers { get; } = [];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Json);
}
