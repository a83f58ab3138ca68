using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;

namespace Bot.Web.Tests.Infrastructure;

/// <summary>Answers every call with the same reply and records the calls.</summary>
public sealed class FixedDesk(Func<CommandCall, Message> answer) : ICommandHandler
{
    public ConcurrentQueue<CommandCall> Calls { get; } = [];

    public CommandDispatcher Dispatcher =>
        new(
            new CommandCatalogue([
                new("funding", new LocalizedText("資金調達", "Funding rounds"), [], "funding tanager", this),
                new("outlook", new LocalizedText("展望", "Outlook"), [], "outlook medium", this),
                new("help", new LocalizedText("使い方", "How to ask"), [], "help", this),
            ])
        );

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        return Task.FromResult(new Reply(answer(call)));
    }

    /// <summary>The reply to <c>/funding tanager</c>.</summary>
    public static FixedDesk Funding { get; } =
        new(_ =>
            Compose.Message([
                .. Compose.Text("**Tanager Labs の資金調達は1件です**"),
                Compose.Role(
                    BlockRole.Card,
                    Compose.Text(
                        "**12億ドル**（評価額 90億ドル）\n\n2026年1月6日・ステージ シリーズB\n\n投資家　North Quay・Cisco・Fjord Partners\n\n注目　失敗の記録が製品になる最初の例 §4§",
                        Samples.Sources
                    )
                ),
            ]) with
            {
                Buttons = [new Button("Tanager Labsのすべて", "company", "tanager labs", Samples.Series, null)],
            }
        );
}
