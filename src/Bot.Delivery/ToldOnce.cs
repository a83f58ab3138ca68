namespace Bot.Delivery;

/// <summary>Reports a loop's failure once, until the loop has succeeded again. Not thread-safe: one loop owns it.</summary>
internal sealed class ToldOnce
{
    private string? _told;

    /// <summary>Whether it differs from the failure reported last.</summary>
    public bool IsNew(Exception failure) =>
        _told != (_told = $"{failure.GetBaseException().GetType().Name}: {failure.GetBaseException().Message}");

    public void IsOver() => _told = null;
}
