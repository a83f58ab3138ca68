using System.Buffers;
using System.Text;
using Bot.Chat.Trees;

namespace Bot.Answers.Replies;

/// <summary>
/// An author's text as it is compared with an earlier one: without markup and citation marks, whose numbers change from day to day, in one
/// width and case. Blanks do not
/// count, as a mark leaves some behind; a dash alone is nothing.
/// </summary>
internal static class PlainWords
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("- \u2013\u2014\u2015\u2212\u30FC");

    public static string Of(string markdown)
    {
        var blocks = AuthorText.Blocks(markdown, new Dictionary<int, Bot.Briefings.Model.Reference>());
        var text = string.Join(' ', blocks.Select(FlatText.Plain)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return text.AsSpan().ContainsAnyExcept(Dashes) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : "";
    }
}
