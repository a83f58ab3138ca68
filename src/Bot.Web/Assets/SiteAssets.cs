using System.Security.Cryptography;

namespace Bot.Web.Assets;

/// <summary>A file of the pages, kept in the assembly so that it is there from whatever folder the bot starts.</summary>
/// <param name="Path">With a hash of the content: it may be cached for ever.</param>
public sealed record SiteAsset(string Path, string ContentType, byte[] Content);

/// <summary>The files that the pages need besides themselves.</summary>
public static class SiteAssets
{
    public static SiteAsset StyleSheet { get; } = Load("site.css", "text/css; charset=utf-8");

    public static SiteAsset Icon { get; } = Load("icon.svg", "image/svg+xml");

    public static IReadOnlyList<SiteAsset> All { get; } = [StyleSheet, Icon];

    private static SiteAsset Load(string name, string contentType)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream($"Bot.Web.Assets.{name}")
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        var file = $"{System.IO.Path.GetFileNameWithoutExtension(name)}.{hash}{System.IO.Path.GetExtension(name)}";
        return new SiteAsset($"/assets/{file}", contentType, content);
    }
}
