using System.Globalization;

namespace Bot.FaultHook;

/// <summary>What to do where, as the environment says.</summary>
/// <param name="At">Name of a checkpoint; null: nowhere, only trace.</param>
/// <param name="Nth">Counted from 1 among the fitting events of this process.</param>
/// <param name="IsRoot">True: of the events about a post, only those about a root; false: about a reply; null: all.</param>
/// <param name="Token">Of the events about a token, only those about this one: the bot has a channel of its own on the web, which sends
/// too; null: all.</param>
/// <param name="Signal">SIGKILL 9, SIGTERM 15 or SIGSTOP 19, sent to this process.</param>
/// <param name="Trace">File to which every checkpoint is appended as a line; null: none.</param>
internal sealed record Order(string? At, int Nth, bool? IsRoot, string? Token, int Signal, string? Trace)
{
    public static Order FromEnvironment()
    {
        static string? Get(string name) => Environment.GetEnvironmentVariable("BOT_FAULT_" + name) is { Length: > 0 } value ? value : null;
        return new Order(
            Get("AT"),
            int.Parse(Get("NTH") ?? "1", CultureInfo.InvariantCulture),
            Get("POST") switch
            {
                "root" => true,
                "reply" => false,
                _ => null,
            },
            Get("TOKEN"),
            int.Parse(Get("SIGNAL") ?? "9", CultureInfo.InvariantCulture),
            Get("TRACE")
        );
    }
}
