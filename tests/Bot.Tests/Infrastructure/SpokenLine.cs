using System.Text;

namespace Bot.Tests.Infrastructure;

/// <summary>A stream of a verb that tells when a line with the wanted words has been written.</summary>
internal sealed class SpokenLine(string wanted) : TextWriter
{
    private readonly TaskCompletionSource<string> _said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The whole line.</summary>
    public Task<string> Said => _said.Task;

    public override void Write(char value)
    {
        lock (_line)
        {
            if (value != '\n')
            {
                _line.Append(value);
                return;
            }

            var text = _line.ToString().TrimEnd('\r');
            _line.Clear();
            if (text.Contains(wanted, StringComparison.Ordinal))
            {
                _said.TrySetResult(text);
            }
        }
    }
}
