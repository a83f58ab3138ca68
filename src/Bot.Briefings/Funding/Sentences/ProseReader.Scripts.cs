namespace Bot.Briefings.Funding.Sentences;

/// <content>One spelling for what Chinese and Korean authors write in two ways.</content>
internal sealed partial class ProseReader
{
    /// <summary>募資 is searched as 募资, '이름' as ‘이름’; the text stays as written, and so do all positions.</summary>
    private Sentence Adapted(Sentence sentence) =>
        sentence.Tongue switch
        {
            Tongue.Chinese when sentence.Folded.AsSpan().ContainsAny(_traditional) => sentence with
            {
                Folded = Simplified(sentence.Folded),
                Flat = Simplified(sentence.Flat),
            },
            Tongue.Korean when sentence.Folded.AsSpan().Count('\'') > 1 => sentence with
            {
                Folded = Quoted(sentence.Folded),
                Flat = Quoted(sentence.Flat),
            },
            _ => sentence,
        };

    /// <summary>A semicolon ends what Chinese authors say of one event.</summary>
    private static IEnumerable<Sentence> Parts(Sentence sentence)
    {
        var from = 0;
        while (
            sentence.Tongue == Tongue.Chinese
            && sentence.Flat.AsSpan(from).IndexOfAny(';', '；') is >= 0 and var at
            && from + at + 1 < sentence.Text.Length
        )
        {
            yield return Part(sentence, from, from + at + 1);
            from += at + 1;
        }

        yield return from == 0 ? sentence : Part(sentence, from, sentence.Text.Length);
    }

    private static Sentence Part(Sentence whole, int from, int to) =>
        new(
            whole.Text[from..to],
            whole.Folded[from..to],
            whole.Flat[from..to],
            whole.Tongue,
            whole.IsHead,
            whole.Source,
            whole.Start + from
        );

    private string Simplified(string text) =>
        string.Create(
            text.Length,
            (text, _vocabulary.SimplifiedForms),
            static (chars, from) =>
            {
                for (var i = 0; i < chars.Length; i++)
                {
                    chars[i] = from.SimplifiedForms.TryGetValue(from.text[i], out var simple) ? simple : from.text[i];
                }
            }
        );

    /// <summary>Straight quotation marks as opening and closing ones, in turn.</summary>
    private static string Quoted(string text)
    {
        var chars = text.ToCharArray();
        var opens = true;
        for (var i = 0; i < chars.Length; i++)
        {
            if (chars[i] == '\'')
            {
                chars[i] = opens ? '‘' : '’';
                opens = !opens;
            }
        }

        return new string(chars);
    }
}
