namespace Bot.Intake;

/// <summary>Reads a stream whose length somebody else controls.</summary>
public static class LimitedBytes
{
    /// <summary>A stream's bytes up to its end, or null as soon as there are more than <paramref name="limit"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[Math.Min(64 * 1024, limit + 1)];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > limit)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
