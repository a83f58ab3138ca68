namespace Bot.Briefings.Text;

/// <summary>Hears of what <see cref="PlainText"/> drops from the text, with the index in the text at which it stood.</summary>
public interface ITextMarks
{
    void Citation(IReadOnlyList<int> numbers, int at);

    void BoldBegins(int at);

    void BoldEnds(int at);

    /// <summary>The text from <paramref name="at"/> on stands in the source from <paramref name="source"/> on.</summary>
    void Source(int at, int source);
}
