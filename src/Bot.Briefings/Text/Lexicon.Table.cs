using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Briefings.Text;

public sealed partial class Lexicon<T>
{
    /// <summary>The words that share their first (or last) character, longest first, by their next character.</summary>
    private sealed class Group
    {
        /// <summary>So few are looked through one by one.</summary>
        private const int Few = 4;

        private const int Buckets = 16;

        private readonly Entry[][] _bySecond;

        /// <summary>A bit for each second character, or for several of them, so that most look-ups end here.</summary>
        private readonly ulong _seconds;

        public Group(List<Entry> entries, bool fromEnd)
        {
            foreach (var entry in entries)
            {
                _seconds |= entry.Word.Length == 1 ? ulong.MaxValue : Bit(Second(entry, fromEnd));
            }

            _bySecond = new Entry[entries.Count <= Few ? 1 : Buckets][];
            for (var i = 0; i < _bySecond.Length; i++)
            {
                var bucket = entries.FindAll(entry => entry.Word.Length == 1 || Bucket(Second(entry, fromEnd)) == i);
                _bySecond[i] = bucket.Count == 0 ? [] : bucket.ToArray();
            }
        }

        /// <summary>Those that may match before (or after) this character; NUL at the end of the text.</summary>
        public ReadOnlySpan<Entry> MayFollow(char second) => (_seconds & Bit(second)) != 0 ? _bySecond[Bucket(second)] : [];

        private static char Second(Entry entry, bool fromEnd) => fromEnd ? entry.Word[^2] : entry.Word[1];

        private static ulong Bit(char c) => 1ul << ((c ^ (c >> 6)) & 63);

        private int Bucket(char c) => (c ^ (c >> 4)) & (_bySecond.Length - 1);
    }

    /// <summary>
    /// The groups by their character. Most places of a text open no word, which a few bits about a character and the next one tell before
    /// anything else is looked at.
    /// </summary>
    private sealed class Table
    {
        /// <summary>Spread neighbouring letters over the bits and slots.</summary>
        private const uint Spread = 40_503;
        private const uint SpreadPair = 0x9E37_79B1;

        private const int LeastBits = 256;

        private readonly ulong[] _pairs;
        private readonly ulong[] _singles;
        private readonly int _shift;
        private readonly (char Key, Group Words)[] _slots;

        /// <param name="entries">Longest first.</param>
        public Table(List<Entry> entries, bool fromEnd)
        {
            var bits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastBits, entries.Count * 8));
            (_pairs, _singles, _shift) = (new ulong[bits / 64], new ulong[LeastBits / 64], 32 - BitOperations.Log2((uint)bits));
            foreach (var entry in entries)
            {
                var first = entry.Word[fromEnd ? ^1 : 0];
                if (entry.Word.Length == 1)
                {
                    Set(_singles, Single(first));
                }
                else
                {
                    Set(_pairs, Pair(first, entry.Word[fromEnd ? ^2 : 1]));
                }
            }

            var byCharacter = ByCharacter(entries, fromEnd);
            _slots = new (char, Group)[(int)BitOperations.RoundUpToPowerOf2((uint)(byCharacter.Count * 2) + 1)];
            foreach (var character in byCharacter.Keys)
            {
                var at = Slot((char)character);
                while (_slots[at].Words is not null)
                {
                    at = (at + 1) & (_slots.Length - 1);
                }

                _slots[at] = ((char)character, new Group(byCharacter[character], fromEnd));
            }
        }

        private static SortedList<int, List<Entry>> ByCharacter(List<Entry> entries, bool fromEnd)
        {
            var byCharacter = new SortedList<int, List<Entry>>();
            foreach (var entry in entries)
            {
                var character = entry.Word[fromEnd ? ^1 : 0];
                if (!byCharacter.TryGetValue(character, out var same))
                {
                    byCharacter.Add(character, same = []);
                }

                same.Add(entry);
            }

            return byCharacter;
        }

        /// <summary>The words that may begin with these two characters; null if none does.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Group? Of(char first, char second) =>
            IsSet(_pairs, Pair(first, second)) || IsSet(_singles, Single(first)) ? Find(first) : null;

        public Group? Find(char c)
        {
            var slots = _slots;
            for (var at = Slot(c); slots[at].Words is { } words; at = (at + 1) & (slots.Length - 1))
            {
                if (slots[at].Key == c)
                {
                    return words;
                }
            }

            return null;
        }

        private int Slot(char c) => (int)((c * Spread >> 6) & (uint)(_slots.Length - 1));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint Pair(char first, char second) => (((uint)first << 16) | second) * SpreadPair >> _shift;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static uint Single(char c) => (c * Spread >> 6) & (LeastBits - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool IsSet(ulong[] bits, uint at) => ((bits[at >> 6] >> (int)(at & 63)) & 1) != 0;

        private static void Set(ulong[] bits, uint at) => bits[at >> 6] |= 1ul << (int)(at & 63);
    }
}
