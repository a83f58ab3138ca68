using System.Text;

namespace Bot.Tests.Infrastructure;

/// <summary>A stream of a verb that tells when a line with the wanted words has been written.</summary>
internal sealed class SpokenLine(string wanted) : TextWriter
{
    private readonly TaskCompletionSource<string> said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The whole line.</summary>
    public Task<string> Said => said.Task;

    public override void Write(char value)
    {
        lock (line)
        {
            if (value != '\n')
            {
                line.Append(value);
                return;
            }

            var text = line.ToString().TrimEnd('\r');
            line.Clear();
            if (text.Contains(wanted, StringComparison.Ordinal))
            {
                said.TrySetResult(text);
            }
        }
    }
}
