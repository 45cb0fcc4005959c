export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      exec_checkpoint_waivers: {
        Row: {
          checkpoint_id: string;
          checkpoint_name: string;
          created_at: string;
          ends_at: string;
          id: string;
          reason: string;
          sd_id: string;
          session_id: string;
          waived_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          checkpoint_id: string;
          checkpoint_name: string;
          created_at?: string;
          ends_at: string;
          id?: string;
          reason: string;
          sd_id: string;
          session_id: string;
          waived_by?: string | null;
        };
        Update: {
          checkpoint_id?: string;
          checkpoint_name?: string;
          created_at?: string;
          ends_at?: string;
          id?: string;
          reason?: string;
          sd_id?: string;
          session_id?: string;
          waived_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exec_checkpoint_waivers_checkpoint_id_fkey";
            columns: ["checkpoint_id"];
            isOneToOne: true;
            referencedRelation: "exec_quality_checkpoints";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_checkpoint_waivers_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_checkpoint_waivers_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_checkpoint_waivers_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_checkpoint_waivers_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_directive_cards: {
        Row: {
          implementation_progress: number | null;
          implementation_type: string | null;
          last_activity: string;
          newest_session_id: string | null;
          priority: string;
          priority_rank: number;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score: number | null;
          sd_id: string;
          search_text: string;
          session_status: string | null;
          sessions: number;
          status: string;
          target_application: string | null;
          title: string;
        };
        ComputedFields: never;
        Insert: {
          implementation_progress?: number | null;
          implementation_type?: string | null;
          last_activity: string;
          newest_session_id?: string | null;
          priority: string;
          priority_rank: number;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score?: number | null;
          sd_id: string;
          search_text: string;
          session_status?: string | null;
          sessions: number;
          status: string;
          target_application?: string | null;
          title: string;
        };
        Update: {
          implementation_progress?: number | null;
          implementation_type?: string | null;
          last_activity?: string;
          newest_session_id?: string | null;
          priority?: string;
          priority_rank?: number;
          progress_key?: number;
          quality_high_key?: number;
          quality_low_key?: number;
          quality_score?: number | null;
          sd_id?: string;
          search_text?: string;
          session_status?: string | null;
          sessions?: number;
          status?: string;
          target_application?: string | null;
          title?: string;
        };
        Relationships: [];
      };
      exec_evidence_files: {
        Row: {
          animated: boolean;
          bytes: number;
          claimed_at: string;
          claims: string[];
          created_at: string;
          hash: string;
          height: number | null;
          media_type: string;
          pixels: string | null;
          retired_at: string | null;
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          animated?: boolean;
          bytes: number;
          claimed_at?: string;
          claims?: string[];
          created_at?: string;
          hash: string;
          height?: number | null;
          media_type: string;
          pixels?: string | null;
          retired_at?: string | null;
          width?: number | null;
        };
        Update: {
          animated?: boolean;
          bytes?: number;
          claimed_at?: string;
          claims?: string[];
          created_at?: string;
          hash?: string;
          height?: number | null;
          media_type?: string;
          pixels?: string | null;
          retired_at?: string | null;
          width?: number | null;
        };
        Relationships: [];
      };
      exec_evidence_pairings: {
        Row: {
          after_url: string | null;
          before_url: string | null;
          created_at: string;
          id: string;
          paired_by: string | null;
          sd_id: string;
          session_id: string;
        };
        ComputedFields: never;
        Insert: {
          after_url?: string | null;
          before_url?: string | null;
          created_at?: string;
          id?: string;
          paired_by?: string | null;
          sd_id: string;
          session_id: string;
        };
        Update: {
          after_url?: string | null;
          before_url?: string | null;
          created_at?: string;
          id?: string;
          paired_by?: string | null;
          sd_id?: string;
          session_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "exec_evidence_pairings_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_evidence_pairings_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_evidence_pairings_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_evidence_pairings_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_evidence_pins: {
        Row: {
          author_id: string | null;
          author_name: string | null;
          body: string;
          created_at: string;
          id: string;
          resolved_at: string | null;
          resolved_by: string | null;
          sd_id: string;
          session_id: string;
          url: string;
          x: number;
          y: number;
        };
        ComputedFields: never;
        Insert: {
          author_id?: string | null;
          author_name?: string | null;
          body: string;
          created_at?: string;
          id?: string;
          resolved_at?: string | null;
          resolved_by?: string | null;
          sd_id: string;
          session_id: string;
          url: string;
          x: number;
          y: number;
        };
        Update: {
          author_id?: string | null;
          author_name?: string | null;
          body?: string;
          created_at?: string;
          id?: string;
          resolved_at?: string | null;
          resolved_by?: string | null;
          sd_id?: string;
          session_id?: string;
          url?: string;
          x?: number;
          y?: number;
        };
        Relationships: [
          {
            foreignKeyName: "exec_evidence_pins_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_evidence_pins_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_evidence_pins_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_evidence_pins_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_evidence_uses: {
        Row: {
          hash: string;
          session_id: string;
        };
        ComputedFields: never;
        Insert: {
          hash: string;
          session_id: string;
        };
        Update: {
          hash?: string;
          session_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "exec_evidence_uses_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_evidence_uses_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_handoff_preparations: {
        Row: {
          accessibility_compliance: Json | null;
          created_at: string | null;
          deliverables_manifest: string[] | null;
          demo_url: string | null;
          documentation_url: string | null;
          handoff_status: string;
          id: string;
          implementation_summary: string;
          known_issues: string[] | null;
          performance_benchmarks: Json | null;
          post_implementation_notes: string | null;
          prepared_at: string | null;
          quality_metrics: Json | null;
          response_at: string | null;
          sd_id: string;
          security_validation: Json | null;
          sent_at: string | null;
          session_id: string;
          test_report_url: string | null;
          test_results: Json | null;
          updated_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          accessibility_compliance?: Json | null;
          created_at?: string | null;
          deliverables_manifest?: string[] | null;
          demo_url?: string | null;
          documentation_url?: string | null;
          handoff_status?: string;
          id?: string;
          implementation_summary: string;
          known_issues?: string[] | null;
          performance_benchmarks?: Json | null;
          post_implementation_notes?: string | null;
          prepared_at?: string | null;
          quality_metrics?: Json | null;
          response_at?: string | null;
          sd_id: string;
          security_validation?: Json | null;
          sent_at?: string | null;
          session_id: string;
          test_report_url?: string | null;
          test_results?: Json | null;
          updated_at?: string | null;
        };
        Update: {
          accessibility_compliance?: Json | null;
          created_at?: string | null;
          deliverables_manifest?: string[] | null;
          demo_url?: string | null;
          documentation_url?: string | null;
          handoff_status?: string;
          id?: string;
          implementation_summary?: string;
          known_issues?: string[] | null;
          performance_benchmarks?: Json | null;
          post_implementation_notes?: string | null;
          prepared_at?: string | null;
          quality_metrics?: Json | null;
          response_at?: string | null;
          sd_id?: string;
          security_validation?: Json | null;
          sent_at?: string | null;
          session_id?: string;
          test_report_url?: string | null;
          test_results?: Json | null;
          updated_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exec_handoff_preparations_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_handoff_preparations_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_handoff_preparations_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_handoff_preparations_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_implementation_sessions: {
        Row: {
          accessibility_audit: Json | null;
          after_screenshots: string[] | null;
          before_screenshots: string[] | null;
          code_quality_score: number | null;
          completed_at: string | null;
          created_at: string | null;
          demo_urls: string[] | null;
          id: string;
          implementation_progress: number | null;
          implementation_type: string;
          orchestrator: string | null;
          performance_metrics: Json | null;
          performance_score: number | null;
          prd_id: string | null;
          pre_impl_checklist: Json | null;
          quality_gates: string[] | null;
          quality_score: number | null;
          sd_id: string;
          security_scan_results: Json | null;
          security_score: number | null;
          session_version: string | null;
          started_at: string | null;
          status: string;
          sub_agent_results: Json | null;
          test_coverage_pct: number | null;
          updated_at: string | null;
          ux_accessibility_score: number | null;
        };
        ComputedFields: never;
        Insert: {
          accessibility_audit?: Json | null;
          after_screenshots?: string[] | null;
          before_screenshots?: string[] | null;
          code_quality_score?: number | null;
          completed_at?: string | null;
          created_at?: string | null;
          demo_urls?: string[] | null;
          id?: string;
          implementation_progress?: number | null;
          implementation_type: string;
          orchestrator?: string | null;
          performance_metrics?: Json | null;
          performance_score?: number | null;
          prd_id?: string | null;
          pre_impl_checklist?: Json | null;
          quality_gates?: string[] | null;
          quality_score?: number | null;
          sd_id: string;
          security_scan_results?: Json | null;
          security_score?: number | null;
          session_version?: string | null;
          started_at?: string | null;
          status?: string;
          sub_agent_results?: Json | null;
          test_coverage_pct?: number | null;
          updated_at?: string | null;
          ux_accessibility_score?: number | null;
        };
        Update: {
          accessibility_audit?: Json | null;
          after_screenshots?: string[] | null;
          before_screenshots?: string[] | null;
          code_quality_score?: number | null;
          completed_at?: string | null;
          created_at?: string | null;
          demo_urls?: string[] | null;
          id?: string;
          implementation_progress?: number | null;
          implementation_type?: string;
          orchestrator?: string | null;
          performance_metrics?: Json | null;
          performance_score?: number | null;
          prd_id?: string | null;
          pre_impl_checklist?: Json | null;
          quality_gates?: string[] | null;
          quality_score?: number | null;
          sd_id?: string;
          security_scan_results?: Json | null;
          security_score?: number | null;
          session_version?: string | null;
          started_at?: string | null;
          status?: string;
          sub_agent_results?: Json | null;
          test_coverage_pct?: number | null;
          updated_at?: string | null;
          ux_accessibility_score?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: "exec_implementation_sessions_prd_id_fkey";
            columns: ["prd_id"];
            isOneToOne: false;
            referencedRelation: "product_requirements_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_implementation_sessions_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_implementation_sessions_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
        ];
      };
      exec_quality_checkpoints: {
        Row: {
          checkpoint_name: string;
          checkpoint_type: string;
          completed_at: string | null;
          completed_by: string | null;
          completion_notes: string | null;
          created_at: string | null;
          evidence_url: string | null;
          id: string;
          is_complete: boolean | null;
          is_required: boolean | null;
          score: number | null;
          sd_id: string;
          session_id: string;
          updated_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          checkpoint_name: string;
          checkpoint_type: string;
          completed_at?: string | null;
          completed_by?: string | null;
          completion_notes?: string | null;
          created_at?: string | null;
          evidence_url?: string | null;
          id?: string;
          is_complete?: boolean | null;
          is_required?: boolean | null;
          score?: number | null;
          sd_id: string;
          session_id: string;
          updated_at?: string | null;
        };
        Update: {
          checkpoint_name?: string;
          checkpoint_type?: string;
          completed_at?: string | null;
          completed_by?: string | null;
          completion_notes?: string | null;
          created_at?: string | null;
          evidence_url?: string | null;
          id?: string;
          is_complete?: boolean | null;
          is_required?: boolean | null;
          score?: number | null;
          sd_id?: string;
          session_id?: string;
          updated_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "exec_quality_checkpoints_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_quality_checkpoints_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_quality_checkpoints_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_quality_checkpoints_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_review_assignments: {
        Row: {
          assigned_by: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          reviewer_id: string;
          sd_id: string;
          session_id: string;
          state: string;
        };
        ComputedFields: never;
        Insert: {
          assigned_by?: string | null;
          created_at?: string;
          ends_at: string;
          id?: string;
          reviewer_id: string;
          sd_id: string;
          session_id: string;
          state: string;
        };
        Update: {
          assigned_by?: string | null;
          created_at?: string;
          ends_at?: string;
          id?: string;
          reviewer_id?: string;
          sd_id?: string;
          session_id?: string;
          state?: string;
        };
        Relationships: [
          {
            foreignKeyName: "exec_review_assignments_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_review_assignments_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_review_assignments_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_review_assignments_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_saved_views: {
        Row: {
          created_at: string;
          id: string;
          is_default: boolean;
          list: string;
          name: string;
          query: string;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          is_default?: boolean;
          list: string;
          name: string;
          query: string;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          is_default?: boolean;
          list?: string;
          name?: string;
          query?: string;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      exec_session_cards: {
        Row: {
          after_count: number;
          agent_results: string[];
          before_count: number;
          code_quality_score: number | null;
          demo_count: number;
          directive_title: string;
          ended_at: string | null;
          gates_all: number;
          gates_met: number;
          has_evidence: boolean;
          implementation_progress: number | null;
          implementation_type: string;
          last_event_at: string;
          last_event_id: number;
          open_required: string[];
          orchestrator: string | null;
          performance_score: number | null;
          pictures_changed: boolean | null;
          prd_id: string | null;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score: number | null;
          reasons: string[];
          risk: number;
          sd_id: string;
          security_score: number | null;
          session_event_id: number;
          session_id: string;
          started_at: string | null;
          started_key: string;
          status: string;
          target_application: string | null;
          test_coverage_pct: number | null;
          ux_accessibility_score: number | null;
          verdict: string | null;
          verdict_event_id: number | null;
          waiting: boolean;
          waiver_ends_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          after_count: number;
          agent_results: string[];
          before_count: number;
          code_quality_score?: number | null;
          demo_count: number;
          directive_title: string;
          ended_at?: string | null;
          gates_all: number;
          gates_met: number;
          has_evidence?: boolean;
          implementation_progress?: number | null;
          implementation_type: string;
          last_event_at: string;
          last_event_id: number;
          open_required: string[];
          orchestrator?: string | null;
          performance_score?: number | null;
          pictures_changed?: boolean | null;
          prd_id?: string | null;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score?: number | null;
          reasons: string[];
          risk: number;
          sd_id: string;
          security_score?: number | null;
          session_event_id: number;
          session_id: string;
          started_at?: string | null;
          started_key: string;
          status: string;
          target_application?: string | null;
          test_coverage_pct?: number | null;
          ux_accessibility_score?: number | null;
          verdict?: string | null;
          verdict_event_id?: number | null;
          waiting: boolean;
          waiver_ends_at?: string | null;
        };
        Update: {
          after_count?: number;
          agent_results?: string[];
          before_count?: number;
          code_quality_score?: number | null;
          demo_count?: number;
          directive_title?: string;
          ended_at?: string | null;
          gates_all?: number;
          gates_met?: number;
          has_evidence?: boolean;
          implementation_progress?: number | null;
          implementation_type?: string;
          last_event_at?: string;
          last_event_id?: number;
          open_required?: string[];
          orchestrator?: string | null;
          performance_score?: number | null;
          pictures_changed?: boolean | null;
          prd_id?: string | null;
          progress_key?: number;
          quality_high_key?: number;
          quality_low_key?: number;
          quality_score?: number | null;
          reasons?: string[];
          risk?: number;
          sd_id?: string;
          security_score?: number | null;
          session_event_id?: number;
          session_id?: string;
          started_at?: string | null;
          started_key?: string;
          status?: string;
          target_application?: string | null;
          test_coverage_pct?: number | null;
          ux_accessibility_score?: number | null;
          verdict?: string | null;
          verdict_event_id?: number | null;
          waiting?: boolean;
          waiver_ends_at?: string | null;
        };
        Relationships: [];
      };
      exec_session_count_changes: {
        Row: {
          day: string;
          grain: number;
          id: number;
          implementation_type: string;
          metric: string;
          sessions: number;
          target_application: string;
          value: number;
        };
        ComputedFields: never;
        Insert: {
          day: string;
          grain: number;
          id?: never;
          implementation_type: string;
          metric: string;
          sessions: number;
          target_application: string;
          value: number;
        };
        Update: {
          day?: string;
          grain?: number;
          id?: never;
          implementation_type?: string;
          metric?: string;
          sessions?: number;
          target_application?: string;
          value?: number;
        };
        Relationships: [];
      };
      exec_session_counts: {
        Row: {
          day: string;
          grain: number;
          implementation_type: string;
          metric: string;
          sessions: number;
          target_application: string;
          value: number;
        };
        ComputedFields: never;
        Insert: {
          day: string;
          grain: number;
          implementation_type: string;
          metric: string;
          sessions: number;
          target_application: string;
          value: number;
        };
        Update: {
          day?: string;
          grain?: number;
          implementation_type?: string;
          metric?: string;
          sessions?: number;
          target_application?: string;
          value?: number;
        };
        Relationships: [];
      };
      exec_session_events: {
        Row: {
          action: string;
          actor: string | null;
          at: string;
          derived: boolean;
          id: number;
          kind: string;
          label: string | null;
          "new": Json | null;
          note: string | null;
          old: Json | null;
          record_id: string | null;
          sd_id: string | null;
          session_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor?: string | null;
          at?: string;
          derived?: boolean;
          id?: never;
          kind: string;
          label?: string | null;
          "new"?: Json | null;
          note?: string | null;
          old?: Json | null;
          record_id?: string | null;
          sd_id?: string | null;
          session_id?: string | null;
        };
        Update: {
          action?: string;
          actor?: string | null;
          at?: string;
          derived?: boolean;
          id?: never;
          kind?: string;
          label?: string | null;
          "new"?: Json | null;
          note?: string | null;
          old?: Json | null;
          record_id?: string | null;
          sd_id?: string | null;
          session_id?: string | null;
        };
        Relationships: [];
      };
      exec_session_reviews: {
        Row: {
          agent_code_quality_score: number | null;
          agent_performance_score: number | null;
          agent_results: string[];
          agent_security_score: number | null;
          agent_ux_accessibility_score: number | null;
          blind: boolean;
          body: string;
          code_quality_score: number | null;
          created_at: string;
          id: string;
          performance_score: number | null;
          reviewer_id: string | null;
          reviewer_name: string | null;
          sd_id: string;
          security_score: number | null;
          seen_event_id: number;
          session_id: string;
          ux_accessibility_score: number | null;
          verdict: string;
        };
        ComputedFields: never;
        Insert: {
          agent_code_quality_score?: number | null;
          agent_performance_score?: number | null;
          agent_results?: string[];
          agent_security_score?: number | null;
          agent_ux_accessibility_score?: number | null;
          blind?: boolean;
          body?: string;
          code_quality_score?: number | null;
          created_at?: string;
          id?: string;
          performance_score?: number | null;
          reviewer_id?: string | null;
          reviewer_name?: string | null;
          sd_id: string;
          security_score?: number | null;
          seen_event_id: number;
          session_id: string;
          ux_accessibility_score?: number | null;
          verdict: string;
        };
        Update: {
          agent_code_quality_score?: number | null;
          agent_performance_score?: number | null;
          agent_results?: string[];
          agent_security_score?: number | null;
          agent_ux_accessibility_score?: number | null;
          blind?: boolean;
          body?: string;
          code_quality_score?: number | null;
          created_at?: string;
          id?: string;
          performance_score?: number | null;
          reviewer_id?: string | null;
          reviewer_name?: string | null;
          sd_id?: string;
          security_score?: number | null;
          seen_event_id?: number;
          session_id?: string;
          ux_accessibility_score?: number | null;
          verdict?: string;
        };
        Relationships: [
          {
            foreignKeyName: "exec_session_reviews_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_session_reviews_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_session_reviews_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_session_reviews_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      exec_session_search: {
        Row: {
          search_text: string;
          session_id: string;
        };
        ComputedFields: never;
        Insert: {
          search_text: string;
          session_id: string;
        };
        Update: {
          search_text?: string;
          session_id?: string;
        };
        Relationships: [];
      };
      exec_sub_agent_activations: {
        Row: {
          activated_at: string | null;
          activation_reason: string;
          created_at: string | null;
          details: Json | null;
          execution_status: string;
          execution_time_ms: number | null;
          id: string;
          quality_score: number | null;
          recommendations: string[] | null;
          sd_id: string;
          session_id: string;
          severity: string;
          sub_agent_type: string;
          summary: string;
        };
        ComputedFields: never;
        Insert: {
          activated_at?: string | null;
          activation_reason: string;
          created_at?: string | null;
          details?: Json | null;
          execution_status: string;
          execution_time_ms?: number | null;
          id?: string;
          quality_score?: number | null;
          recommendations?: string[] | null;
          sd_id: string;
          session_id: string;
          severity: string;
          sub_agent_type: string;
          summary: string;
        };
        Update: {
          activated_at?: string | null;
          activation_reason?: string;
          created_at?: string | null;
          details?: Json | null;
          execution_status?: string;
          execution_time_ms?: number | null;
          id?: string;
          quality_score?: number | null;
          recommendations?: string[] | null;
          sd_id?: string;
          session_id?: string;
          severity?: string;
          sub_agent_type?: string;
          summary?: string;
        };
        Relationships: [
          {
            foreignKeyName: "exec_sub_agent_activations_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_sub_agent_activations_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
          {
            foreignKeyName: "exec_sub_agent_activations_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "exec_implementation_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "exec_sub_agent_activations_session_id_fkey";
            columns: ["session_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["session_id"];
          },
        ];
      };
      product_requirements_v2: {
        Row: {
          acceptance_criteria: Json | null;
          approval_date: string | null;
          approved_by: string | null;
          created_at: string | null;
          directive_id: string | null;
          exec_checklist: Json | null;
          executive_summary: string | null;
          functional_requirements: Json | null;
          id: string;
          metadata: Json | null;
          phase: string | null;
          plan_validation: Json | null;
          priority: string | null;
          progress: number | null;
          sd_id: string | null;
          status: string;
          test_scenarios: Json | null;
          title: string;
          updated_at: string | null;
          validation_checklist: Json | null;
        };
        ComputedFields: never;
        Insert: {
          acceptance_criteria?: Json | null;
          approval_date?: string | null;
          approved_by?: string | null;
          created_at?: string | null;
          directive_id?: string | null;
          exec_checklist?: Json | null;
          executive_summary?: string | null;
          functional_requirements?: Json | null;
          id: string;
          metadata?: Json | null;
          phase?: string | null;
          plan_validation?: Json | null;
          priority?: string | null;
          progress?: number | null;
          sd_id?: string | null;
          status?: string;
          test_scenarios?: Json | null;
          title: string;
          updated_at?: string | null;
          validation_checklist?: Json | null;
        };
        Update: {
          acceptance_criteria?: Json | null;
          approval_date?: string | null;
          approved_by?: string | null;
          created_at?: string | null;
          directive_id?: string | null;
          exec_checklist?: Json | null;
          executive_summary?: string | null;
          functional_requirements?: Json | null;
          id?: string;
          metadata?: Json | null;
          phase?: string | null;
          plan_validation?: Json | null;
          priority?: string | null;
          progress?: number | null;
          sd_id?: string | null;
          status?: string;
          test_scenarios?: Json | null;
          title?: string;
          updated_at?: string | null;
          validation_checklist?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "product_requirements_v2_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "strategic_directives_v2";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "product_requirements_v2_sd_id_fkey";
            columns: ["sd_id"];
            isOneToOne: false;
            referencedRelation: "v_exec_implementation_summary";
            referencedColumns: ["sd_id"];
          },
        ];
      };
      quality_targets: {
        Row: {
          domain: string;
          implementation_type: string;
          least_score: number;
        };
        ComputedFields: never;
        Insert: {
          domain: string;
          implementation_type: string;
          least_score: number;
        };
        Update: {
          domain?: string;
          implementation_type?: string;
          least_score?: number;
        };
        Relationships: [];
      };
      strategic_directives_v2: {
        Row: {
          category: string;
          created_at: string | null;
          created_by: string | null;
          current_phase: string | null;
          description: string;
          id: string;
          metadata: Json | null;
          priority: string;
          progress: number | null;
          rationale: string;
          scope: string;
          sd_type: string | null;
          status: string;
          target_application: string | null;
          title: string;
          updated_at: string | null;
          updated_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          category: string;
          created_at?: string | null;
          created_by?: string | null;
          current_phase?: string | null;
          description: string;
          id: string;
          metadata?: Json | null;
          priority: string;
          progress?: number | null;
          rationale: string;
          scope: string;
          sd_type?: string | null;
          status: string;
          target_application?: string | null;
          title: string;
          updated_at?: string | null;
          updated_by?: string | null;
        };
        Update: {
          category?: string;
          created_at?: string | null;
          created_by?: string | null;
          current_phase?: string | null;
          description?: string;
          id?: string;
          metadata?: Json | null;
          priority?: string;
          progress?: number | null;
          rationale?: string;
          scope?: string;
          sd_type?: string | null;
          status?: string;
          target_application?: string | null;
          title?: string;
          updated_at?: string | null;
          updated_by?: string | null;
        };
        Relationships: [];
      };
      team_members: {
        Row: {
          created_at: string;
          email: string;
          last_sign_in_at: string | null;
          name: string;
          role: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email: string;
          last_sign_in_at?: string | null;
          name: string;
          role: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          email?: string;
          last_sign_in_at?: string | null;
          name?: string;
          role?: string;
          user_id?: string;
        };
        Relationships: [];
      };
    };
    Views: {
      v_exec_implementation_summary: {
        Row: {
          checkpoint_completion: number | null;
          code_quality_score: number | null;
          completed_at: string | null;
          implementation_progress: number | null;
          implementation_type: string | null;
          next_action: string | null;
          performance_score: number | null;
          quality_score: number | null;
          sd_id: string;
          sd_status: string;
          sd_title: string;
          security_score: number | null;
          session_id: string | null;
          session_status: string | null;
          started_at: string | null;
          ux_accessibility_score: number | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
    };
    Functions: {
      add_checkpoint: {
        Args: {
          p_actor: string;
          p_id: string;
          p_name: string;
          p_required: boolean;
          p_session_id: string;
          p_type: string;
        };
        Returns: undefined;
      };
      add_member: {
        Args: {
          p_actor: string;
          p_email: string;
          p_name: string;
          p_role: string;
          p_user_id: string;
        };
        Returns: undefined;
      };
      assign_review: {
        Args: { p_actor: string; p_reviewer?: string; p_session_id: string; p_was?: string };
        Returns: undefined;
      };
      assign_reviews: {
        Args: { p_actor: string; p_reviewer: string; p_session_ids: string[] };
        Returns: {
          id: string;
          outcome: string;
        }[];
      };
      attach_evidence: {
        Args: {
          p_actor?: string;
          p_after: string[];
          p_before: string[];
          p_demos: string[];
          p_session_id: string;
          p_upload: string;
        };
        Returns: undefined;
      };
      calculate_checkpoint_completion: { Args: { p_session_id: string }; Returns: number };
      change_checkpoint: {
        Args: {
          p_actor: string;
          p_checkpoint_id: string;
          p_reason?: string;
          p_seen: number;
          p_values: Json;
        };
        Returns: undefined;
      };
      change_member_role: {
        Args: { p_actor: string; p_role: string; p_user_id: string; p_was: string };
        Returns: undefined;
      };
      change_session_status: {
        Args: {
          p_actor: string;
          p_from: string;
          p_reason?: string;
          p_seen: number;
          p_session_id: string;
          p_to: string;
        };
        Returns: undefined;
      };
      change_view: {
        Args: {
          p_actor: string;
          p_default?: boolean;
          p_id: string;
          p_name?: string;
          p_query?: string;
        };
        Returns: undefined;
      };
      claim_files: {
        Args: { p_actor?: string; p_files: Json; p_upload: string };
        Returns: undefined;
      };
      delete_session: {
        Args: { p_actor: string; p_seen: number; p_session_id: string };
        Returns: undefined;
      };
      edit_session: {
        Args: {
          p_actor: string;
          p_reason?: string;
          p_seen: number;
          p_session_id: string;
          p_values: Json;
        };
        Returns: undefined;
      };
      evidence_file: {
        Args: { p_hash: string };
        Returns: {
          bytes: number;
          is_member: boolean;
          media_type: string;
        }[];
      };
      file_hash: { Args: { p_url: string }; Returns: string };
      forget_files: { Args: { p_hashes: string[] }; Returns: undefined };
      gallery: {
        Args: {
          p_by_directive?: boolean;
          p_changed?: boolean;
          p_demo?: boolean;
          p_id?: string;
          p_key?: string;
          p_limit: number;
          p_sd?: string;
          p_since?: string;
          p_status?: string;
          p_type?: string;
        };
        Returns: {
          after_count: number;
          agent_results: string[];
          before_count: number;
          code_quality_score: number | null;
          demo_count: number;
          directive_title: string;
          ended_at: string | null;
          gates_all: number;
          gates_met: number;
          has_evidence: boolean;
          implementation_progress: number | null;
          implementation_type: string;
          last_event_at: string;
          last_event_id: number;
          open_required: string[];
          orchestrator: string | null;
          performance_score: number | null;
          pictures_changed: boolean | null;
          prd_id: string | null;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score: number | null;
          reasons: string[];
          risk: number;
          sd_id: string;
          security_score: number | null;
          session_event_id: number;
          session_id: string;
          started_at: string | null;
          started_key: string;
          status: string;
          target_application: string | null;
          test_coverage_pct: number | null;
          ux_accessibility_score: number | null;
          verdict: string | null;
          verdict_event_id: number | null;
          waiting: boolean;
          waiver_ends_at: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "exec_session_cards";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      get_latest_exec_session: {
        Args: { p_sd_id: string };
        Returns: {
          activation_count: number;
          checkpoint_count: number;
          completed_at: string;
          completed_checkpoint_count: number;
          implementation_progress: number;
          implementation_type: string;
          quality_score: number;
          session_id: string;
          started_at: string;
          status: string;
        }[];
      };
      give_verdict: {
        Args: {
          p_actor: string;
          p_id: string;
          p_seen: number;
          p_session_id: string;
          p_then?: string;
          p_values: Json;
        };
        Returns: undefined;
      };
      lift_waiver: {
        Args: { p_actor: string; p_checkpoint_id: string; p_seen: number };
        Returns: undefined;
      };
      list_sessions: {
        Args: {
          p_filters?: Json;
          p_id?: string;
          p_limit?: number;
          p_sort?: string;
          p_value?: string;
        };
        Returns: {
          after_count: number;
          agent_results: string[];
          before_count: number;
          code_quality_score: number | null;
          demo_count: number;
          directive_title: string;
          ended_at: string | null;
          gates_all: number;
          gates_met: number;
          has_evidence: boolean;
          implementation_progress: number | null;
          implementation_type: string;
          last_event_at: string;
          last_event_id: number;
          open_required: string[];
          orchestrator: string | null;
          performance_score: number | null;
          pictures_changed: boolean | null;
          prd_id: string | null;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score: number | null;
          reasons: string[];
          risk: number;
          sd_id: string;
          security_score: number | null;
          session_event_id: number;
          session_id: string;
          started_at: string | null;
          started_key: string;
          status: string;
          target_application: string | null;
          test_coverage_pct: number | null;
          ux_accessibility_score: number | null;
          verdict: string | null;
          verdict_event_id: number | null;
          waiting: boolean;
          waiver_ends_at: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "exec_session_cards";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      move_handoff: {
        Args: {
          p_actor: string;
          p_from: string;
          p_handoff_id: string;
          p_reason?: string;
          p_to: string;
        };
        Returns: undefined;
      };
      note_sign_in: { Args: { p_actor: string }; Returns: undefined };
      orchestrators: {
        Args: Record<PropertyKey, never>;
        Returns: {
          orchestrator: string;
        }[];
      };
      overview_attention: {
        Args: { p_applications?: string[]; p_limit?: number; p_types?: string[] };
        Returns: {
          after_count: number;
          agent_results: string[];
          before_count: number;
          code_quality_score: number | null;
          demo_count: number;
          directive_title: string;
          ended_at: string | null;
          gates_all: number;
          gates_met: number;
          has_evidence: boolean;
          implementation_progress: number | null;
          implementation_type: string;
          last_event_at: string;
          last_event_id: number;
          open_required: string[];
          orchestrator: string | null;
          performance_score: number | null;
          pictures_changed: boolean | null;
          prd_id: string | null;
          progress_key: number;
          quality_high_key: number;
          quality_low_key: number;
          quality_score: number | null;
          reasons: string[];
          risk: number;
          sd_id: string;
          security_score: number | null;
          session_event_id: number;
          session_id: string;
          started_at: string | null;
          started_key: string;
          status: string;
          target_application: string | null;
          test_coverage_pct: number | null;
          ux_accessibility_score: number | null;
          verdict: string | null;
          verdict_event_id: number | null;
          waiting: boolean;
          waiver_ends_at: string | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "exec_session_cards";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      overview_bands: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          band: string;
          sessions: number;
        }[];
      };
      overview_open_checkpoints: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          checkpoint_type: string;
          checkpoints: number;
          sessions: number;
        }[];
      };
      overview_overturned: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          cases: number;
          overturned: number;
          sub_agent_type: string;
        }[];
      };
      overview_review_scores: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          cases: number;
          difference: number;
          grouped_by: string;
          name: string;
        }[];
      };
      overview_sub_agents: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          outcome: string;
          results: number;
          sub_agent_type: string;
        }[];
      };
      overview_tiles: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          active: number;
          completed_last_week: number;
          completed_last_week_so_far: number;
          completed_this_week: number;
          directives_to_review: number;
          median: number;
          median_before: number;
          stale: number;
          waiting: number;
          waiting_since: string;
        }[];
      };
      overview_types: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          high: number;
          implementation_type: string;
          low: number;
          median: number;
          scored: number;
          sessions: number;
        }[];
      };
      overview_weekly_domains: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          code_quality: number;
          performance: number;
          security: number;
          ux_accessibility: number;
          week: string;
        }[];
      };
      overview_weekly_quality: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          high: number;
          low: number;
          median: number;
          scored: number;
          week: string;
        }[];
      };
      overview_weekly_statuses: {
        Args: { p_applications?: string[]; p_from?: string; p_to?: string; p_types?: string[] };
        Returns: {
          active: number;
          cancelled: number;
          completed: number;
          failed: number;
          paused: number;
          week: string;
        }[];
      };
      pair_evidence: {
        Args: {
          p_actor: string;
          p_after?: string;
          p_before?: string;
          p_id: string;
          p_session_id: string;
        };
        Returns: undefined;
      };
      pin_evidence: {
        Args: {
          p_actor: string;
          p_body: string;
          p_id: string;
          p_session_id: string;
          p_url: string;
          p_x: number;
          p_y: number;
        };
        Returns: undefined;
      };
      record_activation: {
        Args: { p_actor: string; p_id: string; p_session_id: string; p_values: Json };
        Returns: undefined;
      };
      record_handoff: {
        Args: { p_actor: string; p_id: string; p_session_id: string; p_values: Json };
        Returns: undefined;
      };
      release_files: { Args: { p_hashes: string[]; p_upload?: string }; Returns: string[] };
      remove_evidence: {
        Args: { p_actor: string; p_list: string; p_session_id: string; p_url: string };
        Returns: undefined;
      };
      remove_member: {
        Args: { p_actor: string; p_user_id: string; p_was: string };
        Returns: undefined;
      };
      remove_view: { Args: { p_actor: string; p_id: string }; Returns: undefined };
      rename_member: { Args: { p_actor: string; p_name: string }; Returns: undefined };
      resolve_pin: {
        Args: { p_actor: string; p_pin_id: string; p_resolved: boolean };
        Returns: undefined;
      };
      review_queue: {
        Args: { p_limit?: number; p_member: string; p_show: string };
        Returns: {
          agent_results: string[];
          code_quality_score: number;
          directive_title: string;
          ended_at: string;
          held_until: string;
          implementation_progress: number;
          implementation_type: string;
          open_required: string[];
          performance_score: number;
          quality_score: number;
          reasons: string[];
          reviewer_id: string;
          reviewer_name: string;
          risk: number;
          sd_id: string;
          security_score: number;
          session_id: string;
          skipped: boolean;
          started_at: string;
          status: string;
          test_coverage_pct: number;
          ux_accessibility_score: number;
          verdict: string;
          waiver_ends_at: string;
        }[];
      };
      save_directive: {
        Args: { p_actor: string; p_id: string; p_seen?: number; p_values: Json };
        Returns: undefined;
      };
      save_prd: {
        Args: { p_actor: string; p_id: string; p_sd_id: string; p_seen?: number; p_values: Json };
        Returns: undefined;
      };
      save_view: {
        Args: { p_actor: string; p_id: string; p_list: string; p_name: string; p_query: string };
        Returns: undefined;
      };
      session_evidence: {
        Args: { p_ids: string[]; p_most?: number };
        Returns: {
          after: Json;
          before: Json;
          demos: Json;
          files: Json;
          pairings: Json;
          session_id: string;
        }[];
      };
      session_facets: {
        Args: { p_filters?: Json };
        Returns: {
          name: string;
          sessions: number;
          value: string;
        }[];
      };
      session_history: {
        Args: { p_session_ids: string[] };
        Returns: {
          at: string;
          changes: Json;
          session_id: string;
        }[];
      };
      skip_review: { Args: { p_actor: string; p_session_id: string }; Returns: undefined };
      start_session: {
        Args: {
          p_actor: string;
          p_gates?: string[];
          p_id: string;
          p_prd_id?: string;
          p_sd_id: string;
          p_type: string;
        };
        Returns: string;
      };
      take_review: { Args: { p_actor: string }; Returns: string };
      target_applications: {
        Args: Record<PropertyKey, never>;
        Returns: {
          target_application: string;
        }[];
      };
      team_list: {
        Args: Record<PropertyKey, never>;
        Returns: {
          created_at: string;
          email: string;
          last_action_at: string;
          last_sign_in_at: string;
          name: string;
          role: string;
          user_id: string;
        }[];
      };
      unused_files: {
        Args: { p_after?: string; p_limit?: number };
        Returns: {
          animated: boolean;
          bytes: number;
          claimed_at: string;
          claims: string[];
          created_at: string;
          hash: string;
          height: number | null;
          media_type: string;
          pixels: string | null;
          retired_at: string | null;
          width: number | null;
        }[];
        SetofOptions: {
          from: "*";
          to: "exec_evidence_files";
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      update_exec_quality_score: { Args: { p_session_id: string }; Returns: number };
      waiting_count: { Args: Record<PropertyKey, never>; Returns: number };
      waive_checkpoint: {
        Args: {
          p_actor: string;
          p_checkpoint_id: string;
          p_ends_at: string;
          p_reason: string;
          p_seen: number;
        };
        Returns: undefined;
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
