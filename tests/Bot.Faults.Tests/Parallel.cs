using Xunit.Sdk;
using Xunit.v3;

// Most tests wait most of the time: for a lease, for a look-up, for a process that starts.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]
