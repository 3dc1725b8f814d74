"""The schedule: memory, planner, forecast, plans and dates, all pure."""
