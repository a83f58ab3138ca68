namespace Bot.Briefings.Text;

/// <summary>Receives what <see cref="PlainText"/> drops from the text, with its index in the text.</summary>
public interface ITextMarks
{
    void Citation(IReadOnlyList<int> numbers, int at);

    void BoldBegins(int at);

    void BoldEnds(int at);

    /// <summary>The text from <paramref name="at"/> on is in the source from <paramref name="source"/> on.</summary>
    void Source(int at, int source);
}
