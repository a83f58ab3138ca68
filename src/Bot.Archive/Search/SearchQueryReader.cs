namespace Bot.Archive.Search;

/// <summary>
/// Reads a search as people type it: words that must all be there, <c>OR</c> or <c>|</c> between alternatives, <c>NOT</c> or a minus
/// before what must not be there, phrases in quotation marks, brackets. Forgiving: a bracket or quotation mark that is not closed closes
/// at the end, an operator without anything to join is ignored. Never throws.
/// </summary>
public sealed class SearchQueryReader
{
    /// <summary>Deeper brackets are read as if they were not there.</summary>
    private const int Deepest = 8;

    /// <summary>Further words are ignored: nobody types them, and each costs a look-up.</summary>
    private const int MostPhrases = 16;

    private readonly IReadOnlyList<SearchSign> _signs;
    private int _at;
    private int _depth;
    private int _phrases;

    private SearchQueryReader(IReadOnlyList<SearchSign> signs) => _signs = signs;

    /// <summary>Null if the text has no word, or nothing but what must not be there.</summary>
    public static SearchQuery? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new SearchQueryReader(SearchSign.Of(text));
        var parts = new List<SearchQuery>();
        while (reader._at < reader._signs.Count)
        {
            if (reader.Alternatives() is { } part)
            {
                parts.Add(part);
            }

            // A closing bracket that nothing opened.
            reader._at++;
        }

        return Joined(parts) is { IsBound: true } query ? query : null;
    }

    private SearchQuery? Alternatives()
    {
        var parts = new List<SearchQuery>();
        do
        {
            if (Sequence() is { } part)
            {
                parts.Add(part);
            }
        } while (Skip(SearchSignKind.Or));
        return parts switch
        {
            [] => null,
            [var only] => only,
            _ => new SearchQuery.Any(parts),
        };
    }

    private SearchQuery? Sequence()
    {
        var parts = new List<SearchQuery>();
        while (_at < _signs.Count && _signs[_at].Kind is not (SearchSignKind.Or or SearchSignKind.Close))
        {
            if (Skip(SearchSignKind.And))
            {
                continue;
            }

            if (Part() is { } part)
            {
                parts.Add(part);
            }
        }

        return Joined(parts);
    }

    private SearchQuery? Part()
    {
        var excluded = false;
        while (Skip(SearchSignKind.Not))
        {
            excluded = !excluded;
        }

        var part = Skip(SearchSignKind.Open) ? Bracket() : Phrase();
        return part is null ? null
            : excluded ? new SearchQuery.None(part)
            : part;
    }

    private SearchQuery? Bracket()
    {
        if (_depth == Deepest)
        {
            return null;
        }

        _depth++;
        var inner = Alternatives();
        _depth--;
        Skip(SearchSignKind.Close);
        return inner;
    }

    private SearchQuery.Phrase? Phrase()
    {
        if (_at >= _signs.Count || _signs[_at].Kind is not SearchSignKind.Words)
        {
            return null;
        }

        var atoms = SearchAtoms.Of(_signs[_at++].Text);
        return atoms.Count == 0 || ++_phrases > MostPhrases ? null : new SearchQuery.Phrase(atoms);
    }

    private bool Skip(SearchSignKind kind)
    {
        var stands = _at < _signs.Count && _signs[_at].Kind == kind;
        _at += stands ? 1 : 0;
        return stands;
    }

    private static SearchQuery? Joined(IReadOnlyList<SearchQuery> parts) =>
        parts switch
        {
            [] => null,
            [var only] => only,
            _ => new SearchQuery.All(parts),
        };
}
