using System.Security.Cryptography;

namespace Bot.Web.Assets;

/// <summary>A static file of the pages, embedded in the assembly so that the working directory does not matter.</summary>
/// <param name="Path">Contains a hash of the content, so it can be cached forever.</param>
public sealed record SiteAsset(string Path, string ContentType, byte[] Content);

/// <summary>The static files of the pages.</summary>
public static class SiteAssets
{
    public static SiteAsset StyleSheet { get; } = Load("site.css", "text/css; charset=utf-8");

    public static SiteAsset Icon { get; } = Load("icon.svg", "image/svg+xml");

    public static IReadOnlyList<SiteAsset> All { get; } = [StyleSheet, Icon];

    private static SiteAsset Load(string name, string contentType)
    {
        using var stream =
            typeof(SiteAssets).Assembly.GetManifestResourceStream($"Bot.Web.Assets.{name}")
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        var file = $"{System.IO.Path.GetFileNameWithoutExtension(name)}.{hash}{System.IO.Path.GetExtension(name)}";
        return new SiteAsset($"/assets/{file}", contentType, content);
    }
}
