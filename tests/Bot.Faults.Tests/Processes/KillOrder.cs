using System.Globalization;

namespace Bot.Faults.Tests.Processes;

/// <summary>What the startup hook does to a process, and where.</summary>
/// <param name="At">One of <c>DeliveryCheckpoints</c>.</param>
/// <param name="Nth">Counted from 1 within the process.</param>
/// <param name="IsRoot">Only if the checkpoint is about a root (true) or a reply (false); null: any.</param>
public sealed record KillOrder(string At, int Nth = 1, bool? IsRoot = null)
{
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    public int Signal { get; init; } = Kill;

    /// <summary>Only if the checkpoint is about this token, or about none; null: any.</summary>
    public string? Token { get; init; }

    public void Write(IDictionary<string, string?> environment)
    {
        environment["BOT_FAULT_AT"] = At;
        environment["BOT_FAULT_NTH"] = Nth.ToString(CultureInfo.InvariantCulture);
        environment["BOT_FAULT_POST"] = IsRoot switch
        {
            true => "root",
            false => "reply",
            null => "",
        };
        environment["BOT_FAULT_TOKEN"] = Token;
        environment["BOT_FAULT_SIGNAL"] = Signal.ToString(CultureInfo.InvariantCulture);
    }
}
