namespace Bot.Briefings.Outlines;

/// <summary>The block of keys between two lines of --- that opens a document, possibly after blank lines. Never content.</summary>
/// <param name="Start">Index of its first character in the source.</param>
/// <param name="End">Index after its last line.</param>
/// <param name="Values">Scalar values by key, lower case, without quotation marks.</param>
internal sealed record FrontMatter(int Start, int End, IReadOnlyDictionary<string, string> Values)
{
    private const int MostLines = 200;

    public static FrontMatter? Find(string source)
    {
        var start = 0;
        while (start < source.Length && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = start;
        if (!IsRule(NextLine(source, ref at)))
        {
            return null;
        }

        var keys = 0;
        for (var lines = 0; at < source.Length && lines < MostLines; lines++)
        {
            var line = NextLine(source, ref at);
            if (IsRule(line) || line.TrimEnd() is "...")
            {
                return keys > 0 ? new FrontMatter(start, at, values) : null;
            }

            var colon = line.IndexOf(':');
            if (colon > 0 && IsKey(line[..colon]) && (colon + 1 == line.Length || line[colon + 1] is ' ' or '\t'))
            {
                keys++;
                values.TryAdd(line[..colon].ToString().ToLowerInvariant(), Scalar(line[(colon + 1)..]));
            }
            else if (!line.IsWhiteSpace() && line[0] is not (' ' or '\t' or '-' or '#' or ']' or '}') && keys == 0)
            {
                // With prose between them, they are just two rules.
                return null;
            }
        }

        return null;
    }

    public string? Value(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Values.GetValueOrDefault(key) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Scalar(ReadOnlySpan<char> value)
    {
        var text = value.Trim();
        if (text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'')
        {
            return text[1..^1].ToString().Replace("\\\"", "\"", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal);
        }

        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return (comment > 0 ? text[..comment].TrimEnd() : text).ToString();
    }

    private static ReadOnlySpan<char> NextLine(string source, ref int at)
    {
        var rest = source.AsSpan(at);
        var end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            at = source.Length;
            return rest;
        }

        at += end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        return rest[..end];
    }
}
