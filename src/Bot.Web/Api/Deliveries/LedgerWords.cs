using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Delivery.Operations;

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
    public static LocalizedText Of(OperationResult result) => result switch
    {
        { Refused: { } reason } => new(
            $"まだ再開できません（{reason}）。プラットフォームの答え: {result.Detail}", $"still paused ({reason}): the platform says {result.Detail}"),
        { Status: OperationStatus.Done, IsUnanswered: true } => new(
            "再開しました。プラットフォームの答えがないので、次の投稿で分かります", "resumed; the platform did not answer, so the next post finds out"),
        { Status: OperationStatus.Done, Posts: 0 } => new("済みました", "done"),
        { Status: OperationStatus.Done, Posts: 1 } => new("済みました（投稿 1 件）", "done (1 post)"),
        { Status: OperationStatus.Done } => new($"済みました（投稿 {result.Posts} 件）", $"done ({result.Posts} posts)"),
        { Status: OperationStatus.AlreadyDone } => new(
            "すでにそうなっています。何も変えていません", "it was like that already; nothing was changed"),
        { Status: OperationStatus.NotFound } => new(
            "ありません。deliveries list と show で確かめてください", "there is no such thing: look with deliveries list and show"),
        { State: PostState.Parked } => new(
            "判断待ちです。チャンネルを確かめて settle してください", "the post is parked: look into the channel, then settle it"),
        { State: PostState.Sending or PostState.Uncertain } => new(
            "送信中か確認中です。終わってからもう一度どうぞ", "the post is being sent or looked up: try again when that is over"),
        { State: { } state } => new($"投稿は {Of(state)} なのでできません", $"not possible: the post is {Of(state)}"),
        _ => new("できません（対象は all、token:…、workspace:… か channel:…）", "not possible: the scope is all, token:…, workspace:… or channel:…"),
    };

    /// <summary><c>not-possible</c>.</summary>
    public static string Of(OperationStatus status) => status switch
    {
        OperationStatus.Done => "done",
        OperationStatus.AlreadyDone => "already-done",
        OperationStatus.NotFound => "not-found",
        _ => "not-possible",
    };
}
