using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Archive.Setup;

/// <summary>Stores an instant as UTC ticks; it is read back with offset zero.</summary>
public sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
