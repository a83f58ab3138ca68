using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Briefings;
using Markdig;

namespace Bot.Benchmarks.Reading;

/// <summary>
/// How long reading takes against Markdig's bare parse of the same text with the same pipeline, over all given briefings. Usage:
/// <c>reading [ROUNDS] [NAME]</c>; NAME restricts the documents to those whose path contains it. Parse and reading of each document
/// alternate, so that other work on the machine slows both, and neither finds the caches full of its own; the least of many times is what
/// the code itself costs. Bar: at most 4× as a mean.
/// </summary>
internal static class ReadingMeasurement
{
    private const int Rounds = 200;

    /// <summary>Rounds after which the compiler has finished optimising.</summary>
    private const int WarmUp = 60;

    public static int Run(string[] args)
    {
        var rounds = Rounds;
        if (args.Length > 2 || (args.Length > 0 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out rounds)))
        {
            Console.Error.WriteLine("usage: reading [ROUNDS] [NAME]");
            return 2;
        }

        var documents = Documents(args.ElementAtOrDefault(1) ?? "").ToList();
        if (documents.Count == 0)
        {
            Console.Error.WriteLine("no briefings: set BOT_SHARED to the directory of the given ones");
            return 2;
        }

        var reader = new BriefingReader();
        var collections = 0;
        for (var round = -WarmUp; round < rounds; round++)
        {
            if (round == 0)
            {
                documents.ForEach(document => document.Forget());
                collections = GC.CollectionCount(0);
            }

            foreach (var document in documents)
            {
                document.Measure(reader);
            }
        }

        foreach (var document in documents)
        {
            Print(document.Name, document.Parse.Least, document.Read.Least, document.Read.Median, document.Read.Bytes);
        }

        Print(
            $"all {documents.Count}",
            documents.Sum(document => document.Parse.Least),
            documents.Sum(document => document.Read.Least),
            documents.Sum(document => document.Read.Median),
            documents.Sum(document => document.Read.Bytes)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"mean ratio: {documents.Average(document => document.Read.Least / document.Parse.Least):F2} of least times, {documents.Average(document => document.Read.Median / document.Parse.Median):F2} of medians; allocated {documents.Average(document => (double)document.Read.Bytes / document.Parse.Bytes):F2}; {(double)(GC.CollectionCount(0) - collections) / Math.Max(rounds, 1):F1} collections a round"
            )
        );
        return 0;
    }

    private static void Print(string name, double parse, double read, double median, long bytes) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -32} parse {parse, 7:F3} ms, read {read, 7:F3} ms (median {median, 7:F3}), {read / parse, 5:F2}×, {bytes / 1024, 6} KB"
            )
        );

    private static IEnumerable<Document> Documents(string name)
    {
        var root = Path.Combine(Environment.GetEnvironmentVariable("BOT_SHARED") ?? "../shared", "briefings");
        return Directory.Exists(root)
            ? Directory
                .EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
                .Where(path => File.Exists(Path.ChangeExtension(path, ".json")) && path.Contains(name, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new Document(Path.GetRelativePath(root, path), File.ReadAllText(path)))
            : [];
    }

    private sealed class Document(string name, string text)
    {
        public string Name => name;

        public Times Parse { get; } = new();

        public Times Read { get; } = new();

        public void Measure(BriefingReader reader)
        {
            Parse.Add(() => Markdown.Parse(text, BriefingPipeline.Instance));
            Read.Add(() => reader.Read(text));
        }

        public void Forget()
        {
            Parse.Forget();
            Read.Forget();
        }
    }

    private sealed class Times
    {
        private readonly List<double> _milliseconds = [];

        /// <summary>Least number of bytes that one run allocated.</summary>
        public long Bytes { get; private set; } = long.MaxValue;

        public double Least => _milliseconds.Min();

        public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

        public void Forget() => _milliseconds.Clear();

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Add(Func<object> run)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            var result = run();
            _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Bytes = Math.Min(Bytes, GC.GetAllocatedBytesForCurrentThread() - bytes);
            GC.KeepAlive(result);
        }
    }
}
