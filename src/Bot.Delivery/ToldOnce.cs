namespace Bot.Delivery;

/// <summary>Tells the same failure of a loop once, until the loop has worked again. Not thread-safe: one loop owns it.</summary>
internal sealed class ToldOnce
{
    private string? _told;

    /// <summary>Whether it is another failure than the one that was told last.</summary>
    public bool IsNew(Exception failure) =>
        _told != (_told = $"{failure.GetBaseException().GetType().Name}: {failure.GetBaseException().Message}");

    public void IsOver() => _told = null;
}
