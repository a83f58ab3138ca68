using Xunit.Sdk;
using Xunit.v3;

// Most tests mostly wait: for a lease, for a look-up, for a process to start.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]
