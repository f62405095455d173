using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Simulation.Tallies;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>Some equal units (desks, workers, vehicles) that customers occupy, and the lines of those who wait for one: by priority, and first come first served within it.</summary>
/// <remarks>
/// <para>A customer asks with <see cref="TrySeize"/>: either it has a unit at once, or it waits until <see cref="TryRelease"/> or <see cref="TryAdmit"/> hands it one.
/// When the capacity falls, nobody is sent away: units that are busy beyond it are not handed on. Nothing is allocated for a customer once the lines have grown.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
/// <typeparam name="TCustomer">Who occupies a unit.</typeparam>
public sealed class Resource<TCustomer>
{
    private readonly WaitingLine<TCustomer>[] _lines;
    private readonly TimeWeightedTally _busy;
    private readonly TimeWeightedTally _waiting;
    private double _start;
    private double _now;
    private double _waitBefore;

    /// <summary>Creates a resource.</summary>
    /// <param name="capacity">The number of units, from 0.</param>
    /// <param name="priorities">The number of priorities, from 1.</param>
    /// <param name="now">The time at which its statistics begin.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Resource(int capacity, int priorities = 1, double now = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorities);
        Capacity = capacity;
        _lines = new WaitingLine<TCustomer>[priorities];
        for (var i = 0; i < priorities; i++)
        {
            _lines[i] = new WaitingLine<TCustomer>();
        }

        _start = now;
        _now = now;
        _busy = new TimeWeightedTally(now);
        _waiting = new TimeWeightedTally(now);
    }

    /// <summary>Gets the number of units.</summary>
    public int Capacity { get; private set; }

    /// <summary>Gets the number of units that are occupied; above <see cref="Capacity"/> for a while after that fell.</summary>
    public int Busy { get; private set; }

    /// <summary>Gets the number of customers that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Asks for a unit.</summary>
    /// <param name="customer">Who asks.</param>
    /// <param name="now">The time.</param>
    /// <param name="priority">The priority, from 0, which comes first.</param>
    /// <returns>True when the customer has a unit; false when it waits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priority"/> is outside 0..priorities−1, or <paramref name="now"/> lies before an earlier call's time or is not a number.</exception>
    public bool TrySeize(TCustomer customer, double now, int priority = 0)
    {
        if ((uint)priority >= (uint)_lines.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, $"Expected a priority from 0 to {_lines.Length - 1}.");
        }

        MoveTo(now);
        if (Busy < Capacity && Waiting == 0)
        {
            _lines[priority].Start(0);
            _busy.Set(now, ++Busy);
            return true;
        }

        _lines[priority].Join(now, customer);
        _waiting.Set(now, ++Waiting);
        return false;
    }

    /// <summary>Gives a unit back, and hands it to whoever is next.</summary>
    /// <param name="now">The time.</param>
    /// <param name="next">The customer that has the unit from now on.</param>
    /// <returns>True when there was one; false when the unit is free, or was one too many.</returns>
    /// <exception cref="InvalidOperationException">No unit is occupied.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> lies before an earlier call's time, or is not a number.</exception>
    public bool TryRelease(double now, [MaybeNullWhen(false)] out TCustomer next)
    {
        if (Busy == 0)
        {
            throw new InvalidOperationException("A unit can be given back when one is occupied, but all are free.");
        }

        MoveTo(now);

        // A unit that is handed on stays busy: nothing to tally there.
        if (Waiting > 0 && Busy <= Capacity)
        {
            next = TakeNext(now);
            return true;
        }

        _busy.Set(now, --Busy);
        next = default;
        return false;
    }

    /// <summary>Hands a free unit to whoever is next; for a model to call until it says no, after the capacity rose.</summary>
    /// <param name="now">The time.</param>
    /// <param name="next">The customer that has the unit from now on.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> lies before an earlier call's time, or is not a number.</exception>
    public bool TryAdmit(double now, [MaybeNullWhen(false)] out TCustomer next)
    {
        MoveTo(now);
        if (Waiting == 0 || Busy >= Capacity)
        {
            next = default;
            return false;
        }

        _busy.Set(now, ++Busy);
        next = TakeNext(now);
        return true;
    }

    /// <summary>Sets the number of units, such as at the change of a shift.</summary>
    /// <param name="capacity">The number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative.</exception>
    public void SetCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Capacity = capacity;
    }

    /// <summary>Computes the mean number of occupied units.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The mean over time; null while no time has passed.</returns>
    public double? MeanBusy(double now) => _busy.Mean(now);

    /// <summary>Computes the mean number of customers that wait.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The mean over time; null while no time has passed.</returns>
    public double? MeanWaiting(double now) => _waiting.Mean(now);

    /// <summary>Returns how many customers got a unit.</summary>
    /// <param name="priority">Their priority; null for all.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priority"/> is outside 0..priorities−1.</exception>
    public long Started(int? priority = null)
    {
        var sum = 0L;
        foreach (var line in Lines(priority))
        {
            sum += line.Started;
        }

        return sum;
    }

    /// <summary>Computes how long customers waited that got a unit, those who got it at once included.</summary>
    /// <param name="priority">Their priority; null for all.</param>
    /// <returns>The mean; null where nobody got one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priority"/> is outside 0..priorities−1.</exception>
    public double? MeanWait(int? priority = null)
    {
        var sum = 0.0;
        foreach (var line in Lines(priority))
        {
            sum += line.TotalWait;
        }

        return Started(priority) is > 0 and var count ? sum / count : null;
    }

    /// <summary>Holds the mean number of those who wait against their rate and their waits.</summary>
    /// <param name="now">The time, after the beginning of the statistics.</param>
    /// <returns>Both sides of Little's law.</returns>
    public LittlesLaw CheckLittlesLaw(double now)
    {
        var wait = -_waitBefore;
        foreach (var line in _lines)
        {
            wait += line.TotalWait + line.WaitSoFar(now);
        }

        var customers = Started() + Waiting;
        var span = now - _start;
        return customers == 0 || span <= 0 ? default : new LittlesLaw(_waiting.Mean(now) ?? 0, customers / span, wait / customers);
    }

    /// <summary>Begins the statistics anew, such as after a warm-up; customers stay where they are.</summary>
    /// <param name="now">The time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> lies before an earlier call's time, or is not a number.</exception>
    public void ClearStatistics(double now)
    {
        MoveTo(now);
        _start = now;
        _waitBefore = 0;
        foreach (var line in _lines)
        {
            line.ClearStatistics();
            _waitBefore += line.WaitSoFar(now);
        }

        _busy.Clear(now);
        _waiting.Clear(now);
    }

    // Waits and means over time would come out wrong, and nobody would see it.
    private void MoveTo(double now)
    {
        if (!(now >= _now))
        {
            ThrowForTime(now);
        }

        _now = now;
    }

    [DoesNotReturn]
    private void ThrowForTime(double now) => throw new ArgumentOutOfRangeException(
        nameof(now), now, FormattableString.Invariant($"Expected a time from {_now} on: simulated time does not go back."));

    private TCustomer TakeNext(double now)
    {
        var line = 0;
        while (_lines[line].Count == 0)
        {
            line++;
        }

        _waiting.Set(now, --Waiting);
        return _lines[line].Leave(now);
    }

    private ReadOnlySpan<WaitingLine<TCustomer>> Lines(int? priority)
    {
        if (priority is not { } one)
        {
            return _lines;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(one, nameof(priority));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(one, _lines.Length, nameof(priority));
        return _lines.AsSpan(one, 1);
    }
}
