using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Briefings.Text;

public sealed partial class Lexicon<T>
{
    /// <summary>
    /// The words by their first two characters (or last two). Most places of a text open no word, which a few bits about the two tell
    /// before anything else is looked at.
    /// </summary>
    internal sealed class Table
    {
        /// <summary>Spread neighbouring letters over the bits and slots.</summary>
        private const uint Spread = 0x9E37_79B1;

        private const int LeastBits = 256;

        /// <summary>Instead of a second character, for words of one; no character of a text.</summary>
        private const char None = '\uFFFF';

        private readonly ulong[] _bits;
        private readonly int _bitShift;
        private readonly uint[] _keys;
        private readonly Entry[]?[] _words;
        private readonly int _slotShift;

        /// <summary>Most lists have no word of one character.</summary>
        private readonly bool _hasSingles;

        /// <param name="entries">Longest first.</param>
        public Table(List<Entry> entries, bool fromEnd)
        {
            var byKey = ByKey(entries, fromEnd);
            var bits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastBits, byKey.Count * 16));
            var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(byKey.Count * 2) + 2);
            (_bits, _bitShift) = (new ulong[bits / 64], 32 - BitOperations.Log2((uint)bits));
            (_keys, _words, _slotShift) = (new uint[slots], new Entry[slots][], 32 - BitOperations.Log2((uint)slots));
            foreach (var key in byKey.Keys)
            {
                var hash = key * Spread;
                _bits[hash >> _bitShift >> 6] |= 1ul << (int)(hash >> _bitShift & 63);
                var at = hash >> _slotShift;
                while (_words[at] is not null)
                {
                    at = (at + 1) & (uint)(slots - 1);
                }

                (_keys[at], _words[at]) = (key, [.. byKey[key]]);
                _hasSingles |= (char)key == None;
            }
        }

        /// <summary>The words that may begin with these two characters, longest first; null if none does.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Entry[]? Of(char first, char second) =>
            MayHave(Key(first, second)) && Find(Key(first, second)) is { } words ? words
            : _hasSingles && MayHave(Key(first, None)) ? Find(Key(first, None))
            : null;

        /// <summary>A word of one character is also among those that begin with it and another.</summary>
        private static SortedList<uint, List<Entry>> ByKey(List<Entry> entries, bool fromEnd)
        {
            var byKey = new SortedList<uint, List<Entry>>();
            foreach (var entry in entries)
            {
                var first = entry.Word[fromEnd ? ^1 : 0];
                var key = Key(first, entry.Word.Length == 1 ? None : entry.Word[fromEnd ? ^2 : 1]);
                if (!byKey.TryGetValue(key, out var same))
                {
                    byKey.Add(key, same = []);
                }

                same.Add(entry);
            }

            foreach (var key in byKey.Keys)
            {
                if ((char)key != None && byKey.TryGetValue(key | None, out var single))
                {
                    byKey[key].AddRange(single);
                }
            }

            return byKey;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool MayHave(uint key)
        {
            var bit = key * Spread >> _bitShift;
            return ((_bits[bit >> 6] >> (int)(bit & 63)) & 1) != 0;
        }

        private Entry[]? Find(uint key)
        {
            var (keys, words) = (_keys, _words);
            for (var at = key * Spread >> _slotShift; words[at] is { } found; at = (at + 1) & (uint)(keys.Length - 1))
            {
                if (keys[at] == key)
                {
                    return found;
                }
            }

            return null;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static uint Key(char first, char second) => ((uint)first << 16) | second;
    }
}
