namespace Bot.Discord.Rendering;

/// <summary>What the previous block was, which decides the space before the next.</summary>
internal enum Neighbour
{
    None,

    /// <summary>The heading, or small type: what follows comes close below.</summary>
    Head,
    Text,
    Card,
    Contents,
}

/// <summary>A container's components, filled from top to bottom.</summary>
internal sealed class Layout
{
    private readonly List<Component> _components = [];

    public MarkdownText Text { get; } = new();

    public Neighbour Last { get; set; } = Neighbour.None;

    /// <summary>Ends the current text display.</summary>
    public void EndDisplay()
    {
        if (!Text.IsEmpty)
        {
            _components.Add(new Component.TextDisplay(Text.Take()));
        }
    }

    /// <summary>A horizontal line, never first, last or twice in a row.</summary>
    public void Rule()
    {
        EndDisplay();
        if (_components.Count > 0 && _components[^1] is not Component.Separator)
        {
            _components.Add(new Component.Separator());
        }

        Last = Neighbour.None;
    }

    /// <summary>Takes everything written.</summary>
    public List<Component> Take()
    {
        EndDisplay();
        while (_components is [.., Component.Separator])
        {
            _components.RemoveAt(_components.Count - 1);
        }

        var taken = _components.ToList();
        _components.Clear();
        Last = Neighbour.None;
        return taken;
    }
}
