DROP FUNCTION public_state_changes() CASCADE;
DROP FUNCTION public_state_of_entries() CASCADE;
DROP TABLE public_state;
