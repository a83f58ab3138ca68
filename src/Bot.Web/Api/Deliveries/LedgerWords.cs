using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Operations;
using Bot.Web.Texts;

namespace Bot.Web.Api.Deliveries;

/// <summary>Words for the ledger, shared by the command line and the HTTP API.</summary>
internal static class LedgerWords
{
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<PostState>().Select(Of)];

    /// <summary><c>parked</c>: the states' names are the same in every language.</summary>
    public static string Of(PostState state) => state.ToString().ToLowerInvariant();

    /// <summary>Null if the word is not a state.</summary>
    public static PostState? StateOf(string word) => States.Contains(word) ? Enum.Parse<PostState>(word, ignoreCase: true) : null;

    /// <summary><c>slack:T1/C1</c>.</summary>
    public static string ChannelOf(StoredDelivery delivery) => $"{delivery.Platform}:{delivery.Workspace}/{delivery.Channel}";

    /// <summary>What an operation did, or why it did nothing, and what to do next.</summary>
    public static LocalizedText Of(OperationResult result) =>
        result switch
        {
            { Refused: { } reason } => ApiTexts.Both("LedgerWords.StillPaused", reason, result.Detail),
            { Status: OperationStatus.Done, IsUnanswered: true } => ApiTexts.Both("LedgerWords.ResumedPlatformDidNotAnswer"),
            { Status: OperationStatus.Done, Posts: 0 } => ApiTexts.Both("LedgerWords.Done"),
            { Status: OperationStatus.Done, Posts: 1 } => ApiTexts.Both("LedgerWords.DonePost"),
            { Status: OperationStatus.Done } => ApiTexts.Both("LedgerWords.DonePosts", result.Posts),
            { Status: OperationStatus.AlreadyDone } => ApiTexts.Both("LedgerWords.IsLikeAlready"),
            { Status: OperationStatus.NotFound } => ApiTexts.Both("LedgerWords.NoSuchThing"),
            { IsContentRemoved: true } => ApiTexts.Both("LedgerWords.ContentRemoved"),
            { IsUnconfirmed: true } => ApiTexts.Both("LedgerWords.PostIsUnconfirmed"),
            { State: PostState.Parked } => ApiTexts.Both("LedgerWords.PostIsParked"),
            { State: PostState.Sending or PostState.Uncertain } => ApiTexts.Both("LedgerWords.PostIsBeingSentOr"),
            { State: { } state } => ApiTexts.Both("LedgerWords.NotPossible", Of(state)),
            _ => ApiTexts.Both("LedgerWords.NotPossible2"),
        };

    /// <summary><c>not-possible</c>.</summary>
    public static string Of(OperationStatus status) =>
        status switch
        {
            OperationStatus.Done => "done",
            OperationStatus.AlreadyDone => "already-done",
            OperationStatus.NotFound => "not-found",
            _ => "not-possible",
        };
}
