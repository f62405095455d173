using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>An attempt: who tries which trigger when, with or without a note, on a matter that is on the lists or not; the lead where it is a dispatch.</summary>
internal sealed record TableAct(string Trigger, Seat By, Instant At, bool Noted, bool Listed, Seat? Lead);
