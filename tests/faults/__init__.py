"""What befalls a history in the world: kills, full disks, locks, clocks, many processes."""
