using Bot.Acceptance.Tests.Processes;
using Xunit.Sdk;
using Xunit.v3;

// What costs seconds to start is started once. The classes wait more than they compute, for a pace or for a process to start: several run
// side by side.
[assembly: AssemblyFixture(typeof(PublishedBot))]
[assembly: AssemblyFixture(typeof(SampleBot))]
[assembly: AssemblyFixture(typeof(SharedBrowser))]
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 3)]
