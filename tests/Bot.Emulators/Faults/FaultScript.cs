namespace Bot.Emulators.Faults;

/// <summary>The scripted faults, tried in the order they were added; the first match applies.</summary>
public sealed class FaultScript(int seed = 1)
{
    private readonly Lock _gate = new();
    private readonly List<Playing> _faults = [];
    private readonly Random _random = new(seed);

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(new Playing(fault));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault for this call, or null. Counts the call.</summary>
    public Fault? Next(FaultCall call)
    {
        lock (_gate)
        {
            foreach (var playing in _faults)
            {
                if (playing.IsOver || !playing.Fault.Fits(call))
                {
                    continue;
                }

                if (playing.Seen++ < playing.Fault.Skip || _random.NextDouble() >= playing.Fault.Chance)
                {
                    continue;
                }

                playing.Played++;
                return playing.Fault;
            }

            return null;
        }
    }

    private sealed class Playing(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Seen { get; set; }

        public int Played { get; set; }

        public bool IsOver => Fault.Times is { } times && Played >= times;
    }
}
