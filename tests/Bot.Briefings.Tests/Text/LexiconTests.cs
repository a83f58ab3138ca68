using Bot.Briefings.Text;
using CsCheck;

namespace Bot.Briefings.Tests.Text;

/// <summary>Words are found as a plain search at every place would find them, whatever letters they begin with.</summary>
public sealed class LexiconTests
{
    /// <summary>Few letters, so that words overlap and share their beginnings: Latin, a figure, kana, kanji, a mark, a space.</summary>
    private static readonly Gen<char> Letters = Gen.OneOf('a', 'b', 'é', '1', 'の', 'を', '調', '達', '-', ' ');

    private static readonly Gen<string> Words = Letters.Array[1, 4].Select(letters => new string(letters).Trim()).Where(word => word != "");

    private static readonly Gen<string> Texts = Letters.Array[0, 12].Select(letters => new string(letters));

    [Fact]
    public void A_word_is_found_where_a_plain_search_finds_it() =>
        Gen.Select(Words.Array[1, 12], Texts)
            .Sample(
                (words, text) =>
                {
                    var lexicon = new Lexicon<string>(words.Distinct().Select(word => KeyValuePair.Create(word, word)));
                    for (var from = 0; from <= text.Length; from++)
                    {
                        var found = lexicon.TryFind(text, from, out var hit);
                        Assert.Equal(Plainly(words, text, from), found ? (hit.Start, hit.Value) : null);
                    }
                },
                iter: 20_000
            );

    [Fact]
    public void A_word_that_ends_at_a_place_is_found_from_behind() =>
        Gen.Select(Words.Array[1, 12], Texts)
            .Sample(
                (words, text) =>
                {
                    var lexicon = new Lexicon<string>(words.Distinct().Select(word => KeyValuePair.Create(word, word)));
                    for (var end = 0; end <= text.Length; end++)
                    {
                        var longest = words
                            .Where(word => text[..end].EndsWith(word, StringComparison.Ordinal) && !IsInWord(text, end - word.Length))
                            .MaxBy(word => word.Length);
                        Assert.Equal(longest, lexicon.TryMatchBefore(text, end, out var hit) ? hit.Value : null);
                    }
                },
                iter: 20_000
            );

    private static (int, string)? Plainly(string[] words, string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var longest = words
                .Where(word =>
                    text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && !IsInWord(text, at) && !IsInWord(text, at + word.Length)
                )
                .MaxBy(word => word.Length);
            if (longest is not null)
            {
                return (at, longest);
            }
        }

        return null;
    }

    /// <summary>Whether a place lies between two Latin letters or digits.</summary>
    private static bool IsInWord(string text, int at) => at > 0 && at < text.Length && IsLatin(text[at - 1]) && IsLatin(text[at]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';
}
