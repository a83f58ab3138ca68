using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Archive.Setup;

/// <summary>Stores an instant as its UTC ticks; it comes back with offset zero.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
