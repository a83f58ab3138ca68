using Xunit.Sdk;
using Xunit.v3;

// Most tests mostly wait: for a pace, for a connection to be tried again, for an answer over a socket.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]
