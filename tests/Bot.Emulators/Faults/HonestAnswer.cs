using System.Text;

namespace Bot.Emulators.Faults;

/// <summary>What the server would answer if no fault were played on its answer.</summary>
/// <param name="Json">Whole body.</param>
public sealed record HonestAnswer(int Status, string Json)
{
    public Dictionary<string, string> Headers { get; } = [];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Json);
}
