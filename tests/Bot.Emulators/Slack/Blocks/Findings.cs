namespace Bot.Emulators.Slack.Blocks;

/// <summary>The problems, with Slack's messages and JSON pointers.</summary>
internal sealed class Findings(BlockRules rules)
{
    private readonly List<Finding> _all = [];

    public BlockRules Rules { get; } = rules;

    public IReadOnlyList<Finding> All => _all;

    public void Add(string pointer, string message) => _all.Add(new Finding(pointer, message));

    /// <param name="Pointer"><c>/blocks/0/text</c>.</param>
    internal sealed record Finding(string Pointer, string Message)
    {
        public override string ToString() => $"{Message} [json-pointer:{Pointer}]";
    }
}
