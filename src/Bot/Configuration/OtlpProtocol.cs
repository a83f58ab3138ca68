namespace Bot.Configuration;

public enum OtlpProtocol
{
    /// <summary>Usually port 4317.</summary>
    Grpc,

    /// <summary>Protobuf over HTTP, usually port 4318.</summary>
    Http,
}
