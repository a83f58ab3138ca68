using System.Text.RegularExpressions;

namespace Bot.Tests.Architecture;

/// <summary>An operator filters the log by event id: each stands for one message.</summary>
public sealed partial class EventIdTests
{
    [Fact]
    public void No_two_log_messages_share_an_id()
    {
        var ids = Sources
            .Of("*.cs")
            .SelectMany(source => Id().Matches(source.Text).Select(match => (source.Path, Id: match.Groups[1].Value)))
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Empty(
            ids.GroupBy(one => one.Id)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Path))}")
        );
    }

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId = )?(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
