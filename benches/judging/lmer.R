# The yardstick of the ranking: lme4 on the same table. Prints one line of JSON.
suppressMessages(library(lme4))
scores <- read.csv(commandArgs(TRUE)[1], colClasses = c("factor", "factor", "numeric"))
runs <- as.integer(commandArgs(TRUE)[2])
times <- numeric(runs)
for (run in seq_len(runs)) {
  times[run] <- system.time(fit <- lmer(score ~ 1 + (1 | entry) + (1 | juror), scores, REML = TRUE))[["elapsed"]]
}
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
cat(sprintf('{"criterion":%.10f,"fit":%.4f,"memory":%.0f}\n', REMLcrit(fit), median(times), peak))
