"""How often a wrong code may be tried: few times at once, and slowly from then on."""

import time

# Somebody who mistypes, and whoever sits beside; from then on one a half minute: 2,880 a day.
AT_ONCE, EVERY = 10, 30.0
# The same for all addresses together: 43,200 a day of nine hundred million codes.
AT_ONCE_FOR_ALL, EVERY_FOR_ALL = 200, 2.0
MOST = 300  # addresses that are told apart, further ones count as one: 864,000 tries a day at the most


class Allowance:
    """So many tries at once, and another one each time that so many seconds have gone."""

    def __init__(self, at_once: int, every: float, now: float) -> None:
        self.at_once, self.every, self.left, self.seen = at_once, every, float(at_once), now

    def count(self, now: float) -> float:
        """How many tries are left."""
        self.left = min(self.at_once, self.left + (now - self.seen) / self.every)
        self.seen = now
        return self.left


class Guesses:
    """The wrong codes that were tried of late, from each address and from all together."""

    def __init__(self) -> None:
        self.all = Allowance(AT_ONCE_FOR_ALL, EVERY_FOR_ALL, time.monotonic())
        self.each: dict[str, Allowance] = {}

    def may_try(self, address: str) -> bool:
        """Whether a code from this address is looked at. Else a right one is not either.

        Who has mistyped nothing of late is let try, whatever others do: nobody is kept out by their guesses.
        """
        now = time.monotonic()
        left = self.find(address, now).count(now)
        return left >= 1 and (left == AT_ONCE or self.all.count(now) >= 1)

    def miss(self, address: str) -> None:
        """A wrong code came from this address."""
        now = time.monotonic()
        self.find(address, now).left -= 1
        self.all.left -= 1

    def find(self, address: str, now: float) -> Allowance:
        """What this address has left; where too many are told apart already, all others share one."""
        if address not in self.each and len(self.each) >= MOST:
            self.each = {name: left for name, left in self.each.items() if left.count(now) < AT_ONCE}
            address = address if len(self.each) < MOST else ""
        return self.each.setdefault(address, Allowance(AT_ONCE, EVERY, now))
