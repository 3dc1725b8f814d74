"""The schedule, all pure: what to ask when, and what that will come to.

`memory` is FSRS-6 for one question, `fsrs_formulas` the same in bulk, `fitting` its parameters for
one person. `learner` tells how a person answers, `planner` what to ask now, `playing` simulates the
days, `forecast` sums them up, `shortage` says what to do where time is short. `plans` has the
interviews ahead, `today` the work of one day, `dates` reads dates.
"""
