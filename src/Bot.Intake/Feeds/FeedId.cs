using System.Security.Cryptography;
using System.Text;

namespace Bot.Intake.Feeds;

/// <summary>A feed's id in the alarm clock's storage, because the address itself may contain a secret.</summary>
public static class FeedId
{
    /// <summary>16 hexadecimal digits.</summary>
    public static string Of(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))[..8]);
}
