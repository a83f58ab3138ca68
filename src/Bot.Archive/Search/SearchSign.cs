using System.Text;

namespace Bot.Archive.Search;

internal enum SearchSignKind
{
    Words,
    And,
    Or,
    Not,
    Open,
    Close,
}

/// <summary>A word, phrase, operator or bracket of a typed search.</summary>
internal readonly record struct SearchSign(SearchSignKind Kind, string Text)
{
    private const string Openings = "\"\u201C\u300C\u300E\uFF02";
    private const string Closings = "\"\u201D\u300D\u300F\uFF02";

    public static IReadOnlyList<SearchSign> Of(string text)
    {
        var signs = new List<SearchSign>();
        var word = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (Openings.IndexOf(c, StringComparison.Ordinal) is >= 0 and var quote)
            {
                Close();
                var end = text.IndexOf(Closings[quote], at + 1);
                end = end < 0 ? text.Length : end;
                signs.Add(new SearchSign(SearchSignKind.Words, text[(at + 1)..end]));
                at = end;
            }
            else if (c is '-' or '\uFF0D' or '\u2212' && word.Length == 0 && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
            {
                signs.Add(new SearchSign(SearchSignKind.Not, ""));
            }
            else if (KindOf(c) is { } kind)
            {
                Close();
                signs.Add(new SearchSign(kind, ""));
            }
            else if (char.IsWhiteSpace(c))
            {
                Close();
            }
            else
            {
                word.Append(c);
            }
        }

        Close();
        return signs;

        void Close()
        {
            if (word.Length > 0)
            {
                var whole = word.ToString();
                signs.Add(
                    whole switch
                    {
                        "AND" => new SearchSign(SearchSignKind.And, ""),
                        "OR" => new SearchSign(SearchSignKind.Or, ""),
                        "NOT" => new SearchSign(SearchSignKind.Not, ""),
                        _ => new SearchSign(SearchSignKind.Words, whole),
                    }
                );
                word.Clear();
            }
        }
    }

    private static SearchSignKind? KindOf(char c) =>
        c switch
        {
            '(' or '\uFF08' => SearchSignKind.Open,
            ')' or '\uFF09' => SearchSignKind.Close,
            '|' or '\uFF5C' => SearchSignKind.Or,
            _ => null,
        };
}
